// The iterator takes _samples when it is first moved, which Rotate does under _buckets.
using LockGraph;

namespace Parity.SpinLockIterator;

public sealed class Meter
{
    private readonly TrackedSpinLock _samples = new();
    private readonly TrackedSpinLock _buckets = new();
    private readonly List<int> _ticks = [];
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
            _samples.Enter(ref samplesTaken);
            _ticks.Add(ticks);
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
            foreach (int one in All()) // expect-any: LG1002 Meter._buckets > Meter._samples
            {
                _rotated += one;
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

    public IEnumerable<int> All()
    {
        int[] copy;
        bool samplesTaken = false;
        try
        {
            _samples.Enter(ref samplesTaken); // expect-any: LG1002 Meter._buckets > Meter._samples
            copy = [.. _ticks];
        }
        finally
        {
            if (samplesTaken)
            {
                _samples.Exit();
            }
        }
        foreach (int one in copy)
        {
            yield return one;
        }
    }
}
