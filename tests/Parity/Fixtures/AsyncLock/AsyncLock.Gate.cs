// Both orders occur, but always under _prices.
using LockGraph;

namespace Parity.AsyncLockGate;

public sealed class Booking
{
    private readonly TrackedAsyncLock _prices = new();
    private readonly TrackedAsyncLock _rooms = new();
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
        using (await _prices.LockAsync())
        {
            using (await _rooms.LockAsync())
            {
                using (await _guests.LockAsync()) // expect-any: LG1006 Booking._guests > Booking._rooms
                {
                    _reserved += nights;
                    _arrived++;
                }
            }
        }
    }

    public async Task ArriveAsync()
    {
        using (await _prices.LockAsync())
        {
            using (await _guests.LockAsync())
            {
                using (await _rooms.LockAsync()) // expect-any: LG1006 Booking._guests > Booking._rooms
                {
                    _arrived = _reserved;
                }
            }
        }
    }
}
