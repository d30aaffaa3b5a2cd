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
        _gain.Enter(ref gainTaken);
        try
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
        finally
        {
            _gain.Exit();
        }
    }

    public void Pan()
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
