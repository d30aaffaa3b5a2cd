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
        try
        {
            _left.Enter(ref leftTaken);
            bool rightTaken = false;
            try
            {
                _right.Enter(ref rightTaken); // expect-any: LG1002 Mixer._left > Mixer._right
                _blended += samples;
                _panned++;
            }
            finally
            {
                if (rightTaken)
                {
                    _right.Exit();
                }
            }
        }
        finally
        {
            if (leftTaken)
            {
                _left.Exit();
            }
        }
    }

    public static void Pan()
    {
        bool rightTaken = false;
        try
        {
            _right.Enter(ref rightTaken);
            bool leftTaken = false;
            try
            {
                _left.Enter(ref leftTaken); // expect-any: LG1002 Mixer._left > Mixer._right
                _panned = _blended;
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
