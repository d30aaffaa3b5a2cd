// Pushed is raised after the lock of its source was given back.
using LockGraph;

namespace Parity.SpinLockEventClean;

public sealed class RingBuffer
{
    private readonly TrackedSpinLock _head = new();
    private int _pushed;

    public event EventHandler<int>? Pushed;

    public static void Run()
    {
        var ringBuffer = new RingBuffer();
        var histogram = new Histogram(ringBuffer);
        ringBuffer.Push(5);
        histogram.Rescale();
    }

    public void Push(int slots)
    {
        bool headTaken = false;
        try
        {
            _head.Enter(ref headTaken);
            _pushed += slots;
        }
        finally
        {
            if (headTaken)
            {
                _head.Exit();
            }
        }
        Pushed?.Invoke(this, slots);
    }

    public int Current()
    {
        bool headTaken = false;
        try
        {
            _head.Enter(ref headTaken);
            return _pushed;
        }
        finally
        {
            if (headTaken)
            {
                _head.Exit();
            }
        }
    }
}

public sealed class Histogram
{
    private readonly RingBuffer _source;
    private readonly TrackedSpinLock _bins = new();
    private int _last;

    public Histogram(RingBuffer source)
    {
        _source = source;
        _source.Pushed += OnPushed;
    }

    public void Rescale()
    {
        bool binsTaken = false;
        try
        {
            _bins.Enter(ref binsTaken);
            _last = _source.Current();
        }
        finally
        {
            if (binsTaken)
            {
                _bins.Exit();
            }
        }
    }

    private void OnPushed(object? sender, int slots)
    {
        bool binsTaken = false;
        try
        {
            _bins.Enter(ref binsTaken);
            _last = slots;
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
