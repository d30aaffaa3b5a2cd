// The early return keeps _arm.
using LockGraph;

namespace Parity.MutexLeak;

public sealed class TapeRobot
{
    private readonly TrackedMutex _arm = new();
    private int _mounted;

    public static void Run()
    {
        var tapeRobot = new TapeRobot();
        tapeRobot.Mount(5);
    }

    public void Mount(int tapes)
    {
        _arm.WaitOne(); // expect: LG2004 TapeRobot._arm
        _mounted += tapes;
        if (_mounted > 3)
        {
            return;
        }

        _arm.ReleaseMutex();
    }
}
