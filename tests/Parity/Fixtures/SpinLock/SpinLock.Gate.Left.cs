// One of the two orders occurs without _gain, which excuses nothing then.
using LockGraph;

namespace Parity.SpinLockGateLeft;

public sealed class Mixer
{
    private readonly TrackedSpinLock _gain = new();
    private readonly TrackedSpinLock _left = new();
    private readonly TrackedSpinLock _right = new();
    private int _blended;
    private int _panned;

    public static void Run()
    {
        var mixer = new Mixer();
        mixer.Blend(5);
        mixer.Pan();
    }

    public void Blend(int samples)
    {
        bool gainTaken = false;
        try
        {
            _gain.Enter(ref gainTaken);
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
        finally
        {
            if (gainTaken)
            {
                _gain.Exit();
            }
        }
    }

    public void Pan()
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
