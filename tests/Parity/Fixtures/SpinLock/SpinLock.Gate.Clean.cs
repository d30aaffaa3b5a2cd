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
        _peaks.Enter(ref peaksTaken);
        try
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
        finally
        {
            _peaks.Exit();
        }
    }

    public void Rotate()
    {
        bool peaksTaken = false;
        _peaks.Enter(ref peaksTaken);
        try
        {
            bool samplesTaken = false;
            _samples.Enter(ref samplesTaken);
            try
            {
                bool bucketsTaken = false;
                _buckets.Enter(ref bucketsTaken);
                try
                {
                    _rotated = _recorded;
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
        finally
        {
            _peaks.Exit();
        }
    }
}
