// Asynchronous methods that hold their locks between two awaits only, in one order.
using LockGraph;

namespace Parity.MutexAsyncClean;

public sealed class Elevator
{
    private readonly TrackedMutex _cabin = new();
    private readonly TrackedMutex _doors = new();
    private int _moved;
    private int _opened;

    public static async Task RunAsync()
    {
        var elevator = new Elevator();
        await elevator.MoveAsync(5);
        await elevator.OpenAsync();
    }

    public async Task MoveAsync(int floors)
    {
        await Task.Yield();
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
        await Task.Yield();
    }

    public async Task OpenAsync()
    {
        await Task.Yield();
        _cabin.WaitOne();
        try
        {
            _doors.WaitOne();
            try
            {
                _opened = _moved;
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
        await Task.Yield();
    }
}
