// Guarded runs what it is given under _arm.
using LockGraph;

namespace Parity.MutexLambda;

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
        Guarded(() =>
        {
            _mounted += tapes;
            _drive.WaitOne(); // expect-any: LG1002 TapeRobot._arm > TapeRobot._drive
            try
            {
                _ejected++;
            }
            finally
            {
                _drive.ReleaseMutex();
            }
        });
    }

    public void Eject()
    {
        _drive.WaitOne();
        try
        {
            Guarded(() => _mounted = _ejected); // expect-any: LG1002 TapeRobot._arm > TapeRobot._drive
        }
        finally
        {
            _drive.ReleaseMutex();
        }
    }

    private void Guarded(Action body)
    {
        _arm.WaitOne(); // expect-any: LG1002 TapeRobot._arm > TapeRobot._drive
        try
        {
            body(); // expect-any: LG1002 TapeRobot._arm > TapeRobot._drive
        }
        finally
        {
            _arm.ReleaseMutex();
        }
    }
}
