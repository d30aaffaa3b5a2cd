// The delegate is stored once and called when the lock is given back.
using LockGraph;

namespace Parity.AsyncLockCallbackClean;

public sealed class Booking
{
    private readonly TrackedAsyncLock _rooms = new();
    private readonly TrackedAsyncLock _guests = new();
    private readonly Action<int> _told;
    private int _reserved;
    private int _arrived;

    public static void Run()
    {
        var booking = new Booking();
        booking.Reserve(5);
        booking.Arrive();
    }

    public Booking()
    {
        _told = Keep;
    }

    public void Reserve(int nights)
    {
        int told;
        using (_rooms.Lock())
        {
            _reserved += nights;
            told = _reserved;
        }
        _told(told);
    }

    public void Arrive()
    {
        using (_guests.Lock())
        {
            using (_rooms.Lock())
            {
                _arrived = _reserved;
            }
        }
    }

    private void Keep(int value)
    {
        using (_guests.Lock())
        {
            _arrived = value;
        }
    }
}
