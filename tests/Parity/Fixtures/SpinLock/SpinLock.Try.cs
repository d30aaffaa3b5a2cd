// Record only tries _samples, but what it got it holds while it waits for _buckets.
using LockGraph;

namespace Parity.SpinLockTry;

public sealed class Meter
{
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
        bool samplesTaken = false;
        try
        {
            _samples.TryEnter(ref samplesTaken);
            if (samplesTaken)
            {
                _recorded += ticks;
                bool bucketsTaken = false;
                try
                {
                    _buckets.Enter(ref bucketsTaken); // expect-any: LG1002 Meter._buckets > Meter._samples
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
        }
        finally
        {
            if (samplesTaken)
            {
                _samples.Exit();
            }
        }
    }

    public void Rotate()
    {
        bool bucketsTaken = false;
        try
        {
            _buckets.Enter(ref bucketsTaken);
            bool samplesTaken = false;
            try
            {
                _samples.Enter(ref samplesTaken); // expect-any: LG1002 Meter._buckets > Meter._samples
                _rotated = _recorded;
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
            if (bucketsTaken)
            {
                _buckets.Exit();
            }
        }
    }
}
