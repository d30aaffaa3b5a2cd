// One order, under _peaks.
using LockGraph;

namespace Parity.SpinLockGateClean;

public sealed class Meter
{
    private readonly TrackedSpinLock _peaks = new();
    private readonly TrackedSpinLock _samples = new();
    private readonly TrackedSpinLock _buckets = new();
    private int _recorded;
    private int _rotated;

    public static void Run()
    {
        var meter = new Meter();
        meter.Record(5);
        meter.Rotate();
    }

    public void Record(int ticks)
    {
        bool peaksTaken = false;
        try
        {
            _peaks.Enter(ref peaksTaken);
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
        finally
        {
            if (peaksTaken)
            {
                _peaks.Exit();
            }
        }
    }

    public void Rotate()
    {
        bool peaksTaken = false;
        try
        {
            _peaks.Enter(ref peaksTaken);
            bool samplesTaken = false;
            try
            {
                _samples.Enter(ref samplesTaken);
                bool bucketsTaken = false;
                try
                {
                    _buckets.Enter(ref bucketsTaken);
                    _rotated = _recorded;
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
        finally
        {
            if (peaksTaken)
            {
                _peaks.Exit();
            }
        }
    }
}
