// Asynchronous methods that hold their locks between two awaits only, in one order.
using LockGraph;

namespace Parity.MonitorAsyncClean;

public sealed class Dispatcher
{
    private readonly TrackedMonitor _vans = new();
    private readonly TrackedMonitor _tours = new();
    private int _assigned;
    private int _idle;

    public static async Task RunAsync()
    {
        var dispatcher = new Dispatcher();
        await dispatcher.AssignAsync(5);
        await dispatcher.RecallAsync();
    }

    public async Task AssignAsync(int stops)
    {
        await Task.Yield();
        _vans.Enter();
        try
        {
            _tours.Enter();
            try
            {
                _assigned += stops;
                _idle++;
            }
            finally
            {
                _tours.Exit();
            }
        }
        finally
        {
            _vans.Exit();
        }
        await Task.Yield();
    }

    public async Task RecallAsync()
    {
        await Task.Yield();
        _vans.Enter();
        try
        {
            _tours.Enter();
            try
            {
                _idle = _assigned;
            }
            finally
            {
                _tours.Exit();
            }
        }
        finally
        {
            _vans.Exit();
        }
        await Task.Yield();
    }
}
