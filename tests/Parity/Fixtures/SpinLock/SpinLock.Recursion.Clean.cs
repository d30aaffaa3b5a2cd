// Blend takes _left once; the recursion is below it.
using LockGraph;

namespace Parity.SpinLockRecursionClean;

public sealed class Mixer
{
    private readonly TrackedSpinLock _left = new();
    private int _blended;

    public static void Run()
    {
        var mixer = new Mixer();
        mixer.Blend(3);
    }

    public void Blend(int depth)
    {
        bool leftTaken = false;
        try
        {
            _left.Enter(ref leftTaken);
            Descend(depth);
        }
        finally
        {
            if (leftTaken)
            {
                _left.Exit();
            }
        }
    }

    private void Descend(int depth)
    {
        _blended += depth;
        if (depth > 0)
        {
            Descend(depth - 1);
        }
    }
}
