// Mixer calls Histogram through ICollector under its lock; nobody comes back under a lock.
using LockGraph;

namespace Parity.SpinLockInterfaceClean;

public sealed class Mixer(ICollector histogram)
{
    private readonly TrackedSpinLock _left = new();
    private int _blended;

    public static void Run()
    {
        var histogram = new Histogram();
        var mixer = new Mixer(histogram);
        mixer.Blend(5);
        histogram.Rescale(mixer);
    }

    public void Blend(int samples)
    {
        bool leftTaken = false;
        try
        {
            _left.Enter(ref leftTaken);
            _blended += samples;
            histogram.Collect(samples);
        }
        finally
        {
            if (leftTaken)
            {
                _left.Exit();
            }
        }
    }

    public int Pan()
    {
        bool leftTaken = false;
        try
        {
            _left.Enter(ref leftTaken);
            return _blended;
        }
        finally
        {
            if (leftTaken)
            {
                _left.Exit();
            }
        }
    }
}

public interface ICollector
{
    void Collect(int samples);
}

public sealed class Histogram : ICollector
{
    private readonly TrackedSpinLock _bins = new();
    private int _binsSeen;

    public void Collect(int samples)
    {
        bool binsTaken = false;
        try
        {
            _bins.Enter(ref binsTaken);
            _binsSeen += samples;
        }
        finally
        {
            if (binsTaken)
            {
                _bins.Exit();
            }
        }
    }

    public void Rescale(Mixer source)
    {
        int seen = source.Pan();
        bool binsTaken = false;
        try
        {
            _bins.Enter(ref binsTaken);
            _binsSeen = seen;
        }
        finally
        {
            if (binsTaken)
            {
                _bins.Exit();
            }
        }
    }
}
