// The second lock is taken two calls further down.
using LockGraph;

namespace Parity.MutexAcrossMethods;

public sealed class TapeRobot
{
    private readonly TrackedMutex _arm = new();
    private readonly TrackedMutex _drive = new();
    private int _mounted;
    private int _ejected;

    public static void Run()
    {
        var tapeRobot = new TapeRobot();
        tapeRobot.Mount(5);
        tapeRobot.Eject();
    }

    public void Mount(int tapes)
    {
        _arm.WaitOne();
        try
        {
            _mounted += tapes;
            Propagate(tapes); // expect-any: LG1002 TapeRobot._arm > TapeRobot._drive
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
            _ejected = Current(); // expect-any: LG1002 TapeRobot._arm > TapeRobot._drive
        }
        finally
        {
            _drive.ReleaseMutex();
        }
    }

    private void Propagate(int tapes)
    {
        Adjust(tapes);
    }

    private void Adjust(int tapes)
    {
        _drive.WaitOne(); // expect-any: LG1002 TapeRobot._arm > TapeRobot._drive
        try
        {
            _ejected += tapes;
        }
        finally
        {
            _drive.ReleaseMutex();
        }
    }

    private int Current()
    {
        _arm.WaitOne(); // expect-any: LG1002 TapeRobot._arm > TapeRobot._drive
        try
        {
            return _mounted;
        }
        finally
        {
            _arm.ReleaseMutex();
        }
    }
}
