// Static locks of a static class, in both orders.
using LockGraph;

namespace Parity.MutexStatic;

public static class Elevator
{
    private static readonly TrackedMutex _cabin = new();
    private static readonly TrackedMutex _doors = new();
    private static int _moved;
    private static int _opened;

    public static void Run()
    {
        Move(5);
        Open();
    }

    public static void Move(int floors)
    {
        _cabin.WaitOne();
        try
        {
            _doors.WaitOne(); // expect-any: LG1002 Elevator._cabin > Elevator._doors
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

    public static void Open()
    {
        _doors.WaitOne();
        try
        {
            _cabin.WaitOne(); // expect-any: LG1002 Elevator._cabin > Elevator._doors
            try
            {
                _opened = _moved;
            }
            finally
            {
                _cabin.ReleaseMutex();
            }
        }
        finally
        {
            _doors.ReleaseMutex();
        }
    }
}
