// Asynchronous methods that hold their locks between two awaits only; the orders differ.
using LockGraph;

namespace Parity.SpinLockAsync;

public sealed class HitCounter
{
    private readonly TrackedSpinLock _hits = new();
    private readonly TrackedSpinLock _misses = new();
    private int _counted;
    private int _missed;

    public static async Task RunAsync()
    {
        var hitCounter = new HitCounter();
        await hitCounter.HitAsync(5);
        await hitCounter.MissAsync();
    }

    public async Task HitAsync(int requests)
    {
        await Task.Yield();
        bool hitsTaken = false;
        try
        {
            _hits.Enter(ref hitsTaken);
            bool missesTaken = false;
            try
            {
                _misses.Enter(ref missesTaken); // expect-any: LG1002 HitCounter._hits > HitCounter._misses
                _counted += requests;
                _missed++;
            }
            finally
            {
                if (missesTaken)
                {
                    _misses.Exit();
                }
            }
        }
        finally
        {
            if (hitsTaken)
            {
                _hits.Exit();
            }
        }
        await Task.Yield();
    }

    public async Task MissAsync()
    {
        await Task.Yield();
        bool missesTaken = false;
        try
        {
            _misses.Enter(ref missesTaken);
            bool hitsTaken = false;
            try
            {
                _hits.Enter(ref hitsTaken); // expect-any: LG1002 HitCounter._hits > HitCounter._misses
                _missed = _counted;
            }
            finally
            {
                if (hitsTaken)
                {
                    _hits.Exit();
                }
            }
        }
        finally
        {
            if (missesTaken)
            {
                _misses.Exit();
            }
        }
        await Task.Yield();
    }
}
