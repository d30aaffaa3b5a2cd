// Both locks stay with the flow across the awaits; the orders differ.
using LockGraph;

namespace Parity.AsyncLockAsync;

public sealed class Booking
{
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
        using (await _rooms.LockAsync())
        {
            await Task.Yield();
            using (await _guests.LockAsync()) // expect-any: LG1002 Booking._guests > Booking._rooms
            {
                await Task.Yield();
                _reserved += nights;
                _arrived++;
            }
        }
    }

    public async Task ArriveAsync()
    {
        using (await _guests.LockAsync())
        {
            await Task.Yield();
            using (await _rooms.LockAsync()) // expect-any: LG1002 Booking._guests > Booking._rooms
            {
                await Task.Yield();
                _arrived = _reserved;
            }
        }
    }
}
