// _samples is declared to come before _buckets, and does.
using LockGraph;

namespace Parity.SpinLockDeclaredClean;

public sealed class Meter
{
    [AcquiredBefore("_buckets")]
    private readonly TrackedSpinLock _samples = new();

    private readonly TrackedSpinLock _buckets = new();
    private int _recorded;
    private int _rotated;

    public static void Run()
    {
        var meter = new Meter();
        meter.Record(5);
    }

    public void Record(int ticks)
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
}
