// Static locks of a static class, in both orders.
using LockGraph;

namespace Parity.SemaphoreStatic;

public static class Turnstile
{
    private static readonly TrackedSemaphore _gate = new(1, 1);
    private static readonly TrackedSemaphore _counter = new(1, 1);
    private static int _admitted;
    private static int _counted;

    public static void Run()
    {
        Admit(5);
        Reset();
    }

    public static void Admit(int people)
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

    public static void Reset()
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
