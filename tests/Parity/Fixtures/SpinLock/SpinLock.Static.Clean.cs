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
        _samples.Enter(ref samplesTaken);
        try
        {
            bool bucketsTaken = false;
            _buckets.Enter(ref bucketsTaken);
            try
            {
                _recorded += ticks;
                _rotated++;
            }
            finally
            {
                _buckets.Exit();
            }
        }
        finally
        {
            _samples.Exit();
        }
    }

    public static void Rotate()
    {
        bool samplesTaken = false;
        _samples.Enter(ref samplesTaken);
        try
        {
            _recorded++;
        }
        finally
        {
            _samples.Exit();
        }
        bool bucketsTaken = false;
        _buckets.Enter(ref bucketsTaken);
        try
        {
            _rotated = 0;
        }
        finally
        {
            _buckets.Exit();
        }
    }
}
