// The inner lock is taken and given back in each round; the orders differ.
using LockGraph;

namespace Parity.MutexLoop;

public sealed class TapeRobot
{
    private readonly TrackedMutex _arm = new();
    private readonly TrackedMutex _drive = new();
    private int _mounted;
    private int _ejected;

    public static void Run()
    {
        var tapeRobot = new TapeRobot();
        tapeRobot.Mount([1, 2, 3]);
        tapeRobot.Eject();
    }

    public void Mount(int[] tapes)
    {
        _arm.WaitOne();
        try
        {
            foreach (int one in tapes)
            {
                _drive.WaitOne(); // expect-any: LG1002 TapeRobot._arm > TapeRobot._drive
                try
                {
                    _ejected += one;
                }
                finally
                {
                    _drive.ReleaseMutex();
                }
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
            for (int round = 0; round < 2; round++)
            {
                _arm.WaitOne(); // expect-any: LG1002 TapeRobot._arm > TapeRobot._drive
                try
                {
                    _mounted += _ejected;
                }
                finally
                {
                    _arm.ReleaseMutex();
                }
            }
        }
        finally
        {
            _drive.ReleaseMutex();
        }
    }
}
