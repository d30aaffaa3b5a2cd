// Static locks of a static class; Rotate takes them one after the other.
using LockGraph;

namespace Parity.SpinLockStaticClean;

public static class Meter
{
    private static readonly TrackedSpinLock _samples = new();
    private static readonly TrackedSpinLock _buckets = new();
    private static int _recorded;
    private static int _rotated;

    public static void Run()
    {
        Record(5);
        Rotate();
    }

    public static void Record(int ticks)
    {
        bool samplesTaken = false;
        try
        {
            _samples.Enter(ref samplesTaken);
            bool bucketsTaken = false;
            try
            {
                _buckets.Enter(ref bucketsTaken);
                _recorded += ticks;
                _rotated++;
            }
            finally
            {
                if (bucketsTaken)
                {
                    _buckets.Exit();
                }
            }
        }
        finally
        {
            if (samplesTaken)
            {
                _samples.Exit();
            }
        }
    }

    public static void Rotate()
    {
        bool samplesTaken = false;
        try
        {
            _samples.Enter(ref samplesTaken);
            _recorded++;
        }
        finally
        {
            if (samplesTaken)
            {
                _samples.Exit();
            }
        }
        bool bucketsTaken = false;
        try
        {
            _buckets.Enter(ref bucketsTaken);
            _rotated = 0;
        }
        finally
        {
            if (bucketsTaken)
            {
                _buckets.Exit();
            }
        }
    }
}
