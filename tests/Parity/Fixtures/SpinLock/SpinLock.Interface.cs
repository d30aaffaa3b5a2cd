// HitCounter calls Histogram through ICollector under its lock; the way back is under the other lock.
using LockGraph;

namespace Parity.SpinLockInterface;

public sealed class HitCounter(ICollector histogram)
{
    private readonly TrackedSpinLock _hits = new();
    private int _counted;

    public static void Run()
    {
        var histogram = new Histogram();
        var hitCounter = new HitCounter(histogram);
        hitCounter.Hit(5);
        histogram.Rescale(hitCounter);
    }

    public void Hit(int requests)
    {
        bool hitsTaken = false;
        try
        {
            _hits.Enter(ref hitsTaken);
            _counted += requests;
            histogram.Collect(requests); // expect-any: LG1002 Histogram._bins > HitCounter._hits
        }
        finally
        {
            if (hitsTaken)
            {
                _hits.Exit();
            }
        }
    }

    public int Miss()
    {
        bool hitsTaken = false;
        try
        {
            _hits.Enter(ref hitsTaken); // expect-any: LG1002 Histogram._bins > HitCounter._hits
            return _counted;
        }
        finally
        {
            if (hitsTaken)
            {
                _hits.Exit();
            }
        }
    }
}

public interface ICollector
{
    void Collect(int requests);
}

public sealed class Histogram : ICollector
{
    private readonly TrackedSpinLock _bins = new();
    private int _binsSeen;

    public void Collect(int requests)
    {
        bool binsTaken = false;
        try
        {
            _bins.Enter(ref binsTaken); // expect-any: LG1002 Histogram._bins > HitCounter._hits
            _binsSeen += requests;
        }
        finally
        {
            if (binsTaken)
            {
                _bins.Exit();
            }
        }
    }

    public void Rescale(HitCounter source)
    {
        bool binsTaken = false;
        try
        {
            _bins.Enter(ref binsTaken);
            _binsSeen = source.Miss(); // expect-any: LG1002 Histogram._bins > HitCounter._hits
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
