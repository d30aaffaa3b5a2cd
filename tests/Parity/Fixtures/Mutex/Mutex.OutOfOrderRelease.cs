// Hand over hand: _arm is given back under _drive, and _drive under _shelf.
using LockGraph;

namespace Parity.MutexOutOfOrderRelease;

public sealed class TapeRobot
{
    private readonly TrackedMutex _arm = new();
    private readonly TrackedMutex _drive = new();
    private readonly TrackedMutex _shelf = new();
    private int _mounted;
    private int _ejected;

    public static void Run()
    {
        var tapeRobot = new TapeRobot();
        tapeRobot.Mount(5);
        tapeRobot.Store();
    }

    public void Mount(int tapes)
    {
        _arm.WaitOne();
        try
        {
            _mounted += tapes;
            _drive.WaitOne();
        }
        finally
        {
            _arm.ReleaseMutex();
        }

        try
        {
            _ejected++;
            _shelf.WaitOne(); // expect-any: LG1002 TapeRobot._drive > TapeRobot._shelf
        }
        finally
        {
            _drive.ReleaseMutex();
        }

        try
        {
            _mounted--;
        }
        finally
        {
            _shelf.ReleaseMutex();
        }
    }

    public void Store()
    {
        _shelf.WaitOne();
        try
        {
            _drive.WaitOne(); // expect-any: LG1002 TapeRobot._drive > TapeRobot._shelf
            try
            {
                _ejected = 0;
            }
            finally
            {
                _drive.ReleaseMutex();
            }
        }
        finally
        {
            _shelf.ReleaseMutex();
        }
    }
}
