// Recorded is raised under the lock of its source; the subscriber has a lock of its own.
using LockGraph;

namespace Parity.SpinLockEvent;

public sealed class Meter
{
    private readonly TrackedSpinLock _samples = new();
    private int _recorded;

    public event EventHandler<int>? Recorded;

    public static void Run()
    {
        var meter = new Meter();
        var histogram = new Histogram(meter);
        meter.Record(5);
        histogram.Rescale();
    }

    public void Record(int ticks)
    {
        bool samplesTaken = false;
        try
        {
            _samples.Enter(ref samplesTaken);
            _recorded += ticks;
            Recorded?.Invoke(this, ticks); // expect-any: LG1002 Histogram._bins > Meter._samples
        }
        finally
        {
            if (samplesTaken)
            {
                _samples.Exit();
            }
        }
    }

    public int Current()
    {
        bool samplesTaken = false;
        try
        {
            _samples.Enter(ref samplesTaken); // expect-any: LG1002 Histogram._bins > Meter._samples
            return _recorded;
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

public sealed class Histogram
{
    private readonly Meter _source;
    private readonly TrackedSpinLock _bins = new();
    private int _last;

    public Histogram(Meter source)
    {
        _source = source;
        _source.Recorded += OnRecorded;
    }

    public void Rescale()
    {
        bool binsTaken = false;
        try
        {
            _bins.Enter(ref binsTaken);
            _last = _source.Current(); // expect-any: LG1002 Histogram._bins > Meter._samples
        }
        finally
        {
            if (binsTaken)
            {
                _bins.Exit();
            }
        }
    }

    private void OnRecorded(object? sender, int ticks)
    {
        bool binsTaken = false;
        try
        {
            _bins.Enter(ref binsTaken); // expect-any: LG1002 Histogram._bins > Meter._samples
            _last = ticks;
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
