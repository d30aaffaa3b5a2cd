// Booking calls Inspector through IReviewer under its lock; the way back is under the other lock.
using LockGraph;

namespace Parity.AsyncLockInterface;

public sealed class Booking(IReviewer inspector)
{
    private readonly TrackedAsyncLock _rooms = new();
    private int _reserved;

    public static void Run()
    {
        var inspector = new Inspector();
        var booking = new Booking(inspector);
        booking.Reserve(5);
        inspector.Revisit(booking);
    }

    public void Reserve(int nights)
    {
        using (_rooms.Lock())
        {
            _reserved += nights;
            inspector.Review(nights); // expect-any: LG1002 Booking._rooms > Inspector._remarks
        }
    }

    public int Arrive()
    {
        using (_rooms.Lock()) // expect-any: LG1002 Booking._rooms > Inspector._remarks
        {
            return _reserved;
        }
    }
}

public interface IReviewer
{
    void Review(int nights);
}

public sealed class Inspector : IReviewer
{
    private readonly TrackedAsyncLock _remarks = new();
    private int _remarksSeen;

    public void Review(int nights)
    {
        using (_remarks.Lock()) // expect-any: LG1002 Booking._rooms > Inspector._remarks
        {
            _remarksSeen += nights;
        }
    }

    public void Revisit(Booking source)
    {
        using (_remarks.Lock())
        {
            _remarksSeen = source.Arrive(); // expect-any: LG1002 Booking._rooms > Inspector._remarks
        }
    }
}
