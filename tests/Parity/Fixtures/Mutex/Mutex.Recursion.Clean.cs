// Move comes back to _cabin while it holds _cabin and _doors: a re-entry, no order.
using LockGraph;

namespace Parity.MutexRecursionClean;

public sealed class Elevator
{
    private readonly TrackedMutex _cabin = new();
    private readonly TrackedMutex _doors = new();
    private int _moved;
    private int _opened;

    public static void Run()
    {
        var elevator = new Elevator();
        elevator.Move(3);
    }

    public void Move(int depth)
    {
        _cabin.WaitOne();
        try
        {
            _moved += depth;
            _doors.WaitOne();
            try
            {
                _opened++;
                if (depth > 0)
                {
                    Move(depth - 1);
                }
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
