// Both locks stay with the flow across the awaits, in one order.
using LockGraph;

namespace Parity.SemaphoreAsyncClean;

public sealed class Turnstile
{
    private readonly TrackedSemaphore _gate = new(1, 1);
    private readonly TrackedSemaphore _counter = new(1, 1);
    private int _admitted;
    private int _counted;

    public static async Task RunAsync()
    {
        var turnstile = new Turnstile();
        await turnstile.AdmitAsync(5);
        await turnstile.ResetAsync();
    }

    public async Task AdmitAsync(int people)
    {
        await _gate.WaitAsync();
        try
        {
            await Task.Yield();
            await _counter.WaitAsync();
            try
            {
                await Task.Yield();
                _admitted += people;
                _counted++;
            }
            finally
            {
                _counter.Release();
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task ResetAsync()
    {
        await _gate.WaitAsync();
        try
        {
            await Task.Yield();
            await _counter.WaitAsync();
            try
            {
                await Task.Yield();
                _counted = _admitted;
            }
            finally
            {
                _counter.Release();
            }
        }
        finally
        {
            _gate.Release();
        }
    }
}
