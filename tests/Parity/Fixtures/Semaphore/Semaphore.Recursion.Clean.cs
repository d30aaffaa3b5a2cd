// Admit takes _gate once; the recursion is below it.
using LockGraph;

namespace Parity.SemaphoreRecursionClean;

public sealed class Turnstile
{
    private readonly TrackedSemaphore _gate = new(1, 1);
    private int _admitted;

    public static void Run()
    {
        var turnstile = new Turnstile();
        turnstile.Admit(3);
    }

    public void Admit(int depth)
    {
        _gate.Wait();
        try
        {
            Descend(depth);
        }
        finally
        {
            _gate.Release();
        }
    }

    private void Descend(int depth)
    {
        _admitted += depth;
        if (depth > 0)
        {
            Descend(depth - 1);
        }
    }
}
