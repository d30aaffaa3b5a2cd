// _left is declared to come before _right; the code does it the other way round, once.
using LockGraph;

namespace Parity.SpinLockDeclared;

public sealed class Mixer
{
    [AcquiredBefore("_right")]
    private readonly TrackedSpinLock _left = new();

    private readonly TrackedSpinLock _right = new();
    private int _blended;
    private int _panned;

    public static void Run()
    {
        var mixer = new Mixer();
        mixer.Blend(5);
    }

    public void Blend(int samples)
    {
        bool rightTaken = false;
        try
        {
            _right.Enter(ref rightTaken);
            bool leftTaken = false;
            try
            {
                _left.Enter(ref leftTaken); // expect: LG1001 Mixer._right > Mixer._left
                _blended += samples;
                _panned++;
            }
            finally
            {
                if (leftTaken)
                {
                    _left.Exit();
                }
            }
        }
        finally
        {
            if (rightTaken)
            {
                _right.Exit();
            }
        }
    }
}
