// One of the two orders occurs without _winch, which excuses nothing then.
using LockGraph;

namespace Parity.MutexGateLeft;

public sealed class Elevator
{
    private readonly TrackedMutex _winch = new();
    private readonly TrackedMutex _cabin = new();
    private readonly TrackedMutex _doors = new();
    private int _moved;
    private int _opened;

    public static void Run()
    {
        var elevator = new Elevator();
        elevator.Move(5);
        elevator.Open();
    }

    public void Move(int floors)
    {
        _winch.WaitOne();
        try
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
        finally
        {
            _winch.ReleaseMutex();
        }
    }

    public void Open()
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
