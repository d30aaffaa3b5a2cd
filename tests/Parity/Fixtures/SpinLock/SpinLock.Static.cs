// Static locks of a static class, in both orders.
using LockGraph;

namespace Parity.SpinLockStatic;

public static class Mixer
{
    private static readonly TrackedSpinLock _left = new();
    private static readonly TrackedSpinLock _right = new();
    private static int _blended;
    private static int _panned;

    public static void Run()
    {
        Blend(5);
        Pan();
    }

    public static void Blend(int samples)
    {
        bool leftTaken = false;
        _left.Enter(ref leftTaken);
        try
        {
            bool rightTaken = false;
            _right.Enter(ref rightTaken); // expect-any: LG1002 Mixer._left > Mixer._right
            try
            {
                _blended += samples;
                _panned++;
            }
            finally
            {
                _right.Exit();
            }
        }
        finally
        {
            _left.Exit();
        }
    }

    public static void Pan()
    {
        bool rightTaken = false;
        _right.Enter(ref rightTaken);
        try
        {
            bool leftTaken = false;
            _left.Enter(ref leftTaken); // expect-any: LG1002 Mixer._left > Mixer._right
            try
            {
                _panned = _blended;
            }
            finally
            {
                _left.Exit();
            }
        }
        finally
        {
            _right.Exit();
        }
    }
}
