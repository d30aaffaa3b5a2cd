// Three locks, one line from the outermost to the innermost.
using LockGraph;

namespace Parity.MutexThreeLocksClean;

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
        tapeRobot.Eject();
        tapeRobot.Store();
    }

    public void Mount(int tapes)
    {
        _arm.WaitOne();
        try
        {
            _drive.WaitOne();
            try
            {
                _mounted += tapes;
            }
            finally
            {
                _drive.ReleaseMutex();
            }
        }
        finally
        {
            _arm.ReleaseMutex();
        }
    }

    public void Eject()
    {
        _drive.WaitOne();
        try
        {
            _shelf.WaitOne();
            try
            {
                _ejected = _mounted;
            }
            finally
            {
                _shelf.ReleaseMutex();
            }
        }
        finally
        {
            _drive.ReleaseMutex();
        }
    }

    public void Store()
    {
        _arm.WaitOne();
        try
        {
            _shelf.WaitOne();
            try
            {
                _mounted = 0;
            }
            finally
            {
                _shelf.ReleaseMutex();
            }
        }
        finally
        {
            _arm.ReleaseMutex();
        }
    }
}
