// Two locks of one class, ranked, and taken by ascending rank.
using LockGraph;

namespace Parity.AsyncLockSameClassClean;

public sealed class Booking
{
    [LockClass("booking.rooms")]
    [LockSubclass(0)]
    private readonly TrackedAsyncLock _rooms = new();

    [LockClass("booking.rooms")]
    [LockSubclass(1)]
    private readonly TrackedAsyncLock _guests = new();

    private int _reserved;
    private int _arrived;

    public static async Task RunAsync()
    {
        var booking = new Booking();
        await booking.ReserveAsync(5);
        await booking.ArriveAsync();
    }

    public async Task ReserveAsync(int nights)
    {
        using (await _rooms.LockAsync())
        {
            using (await _guests.LockAsync())
            {
                _reserved += nights;
                _arrived++;
            }
        }
    }

    public async Task ArriveAsync()
    {
        using (await _guests.LockAsync())
        {
            _arrived = 0;
        }
    }
}
