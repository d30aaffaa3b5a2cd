// _cabin is declared to come before _doors, and does.
using LockGraph;

namespace Parity.MutexDeclaredClean;

public sealed class Elevator
{
    [AcquiredBefore("_doors")]
    private readonly TrackedMutex _cabin = new();

    private readonly TrackedMutex _doors = new();
    private int _moved;
    private int _opened;

    public static void Run()
    {
        var elevator = new Elevator();
        elevator.Move(5);
    }

    public void Move(int floors)
    {
        _cabin.WaitOne();
        try
        {
            _doors.WaitOne();
            try
            {
                _moved += floors;
                _opened++;
            }
            finally
            {
                _doors.ReleaseMutex();
            }
        }
        finally
        {
            _cabin.ReleaseMutex();
        }
    }
}
