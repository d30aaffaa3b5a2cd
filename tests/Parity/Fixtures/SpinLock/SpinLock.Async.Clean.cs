// Asynchronous methods that hold their locks between two awaits only, in one order.
using LockGraph;

namespace Parity.SpinLockAsyncClean;

public sealed class Mixer
{
    private readonly TrackedSpinLock _left = new();
    private readonly TrackedSpinLock _right = new();
    private int _blended;
    private int _panned;

    public static async Task RunAsync()
    {
        var mixer = new Mixer();
        await mixer.BlendAsync(5);
        await mixer.PanAsync();
    }

    public async Task BlendAsync(int samples)
    {
        await Task.Yield();
        bool leftTaken = false;
        try
        {
            _left.Enter(ref leftTaken);
            bool rightTaken = false;
            try
            {
                _right.Enter(ref rightTaken);
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
        await Task.Yield();
    }

    public async Task PanAsync()
    {
        await Task.Yield();
        bool leftTaken = false;
        try
        {
            _left.Enter(ref leftTaken);
            bool rightTaken = false;
            try
            {
                _right.Enter(ref rightTaken);
                _panned = _blended;
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
        await Task.Yield();
    }
}
