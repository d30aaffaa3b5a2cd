// One of the two orders occurs without _badge, which excuses nothing then.
using LockGraph;

namespace Parity.SemaphoreGateLeft;

public sealed class Turnstile
{
    private readonly TrackedSemaphore _badge = new(1, 1);
    private readonly TrackedSemaphore _gate = new(1, 1);
    private readonly TrackedSemaphore _counter = new(1, 1);
    private int _admitted;
    private int _counted;

    public static void Run()
    {
        var turnstile = new Turnstile();
        turnstile.Admit(5);
        turnstile.Reset();
    }

    public void Admit(int people)
    {
        _badge.Wait();
        try
        {
            _gate.Wait();
            try
            {
                _counter.Wait(); // expect-any: LG1002 Turnstile._counter > Turnstile._gate
                try
                {
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
        finally
        {
            _badge.Release();
        }
    }

    public void Reset()
    {
        _counter.Wait();
        try
        {
            _gate.Wait(); // expect-any: LG1002 Turnstile._counter > Turnstile._gate
            try
            {
                _counted = _admitted;
            }
            finally
            {
                _gate.Release();
            }
        }
        finally
        {
            _counter.Release();
        }
    }
}
