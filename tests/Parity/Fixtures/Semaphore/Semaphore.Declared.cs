// _gate is declared to come before _counter; the code does it the other way round, once.
using LockGraph;

namespace Parity.SemaphoreDeclared;

public sealed class Turnstile
{
    [AcquiredBefore("_counter")]
    private readonly TrackedSemaphore _gate = new(1, 1);

    private readonly TrackedSemaphore _counter = new(1, 1);
    private int _admitted;
    private int _counted;

    public static void Run()
    {
        var turnstile = new Turnstile();
        turnstile.Admit(5);
    }

    public void Admit(int people)
    {
        _counter.Wait();
        try
        {
            _gate.Wait(); // expect: LG1001 Turnstile._counter > Turnstile._gate
            try
            {
                _admitted += people;
                _counted++;
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
