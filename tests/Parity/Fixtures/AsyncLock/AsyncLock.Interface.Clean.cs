// Basket calls Inspector through IReviewer under its lock; nobody comes back under a lock.
using LockGraph;

namespace Parity.AsyncLockInterfaceClean;

public sealed class Basket(IReviewer inspector)
{
    private readonly TrackedAsyncLock _lines = new();
    private int _filled;

    public static void Run()
    {
        var inspector = new Inspector();
        var basket = new Basket(inspector);
        basket.Put(5);
        inspector.Revisit(basket);
    }

    public void Put(int pieces)
    {
        using (_lines.Lock())
        {
            _filled += pieces;
            inspector.Review(pieces);
        }
    }

    public int Apply()
    {
        using (_lines.Lock())
        {
            return _filled;
        }
    }
}

public interface IReviewer
{
    void Review(int pieces);
}

public sealed class Inspector : IReviewer
{
    private readonly TrackedAsyncLock _remarks = new();
    private int _remarksSeen;

    public void Review(int pieces)
    {
        using (_remarks.Lock())
        {
            _remarksSeen += pieces;
        }
    }

    public void Revisit(Basket source)
    {
        int seen = source.Apply();
        using (_remarks.Lock())
        {
            _remarksSeen = seen;
        }
    }
}
