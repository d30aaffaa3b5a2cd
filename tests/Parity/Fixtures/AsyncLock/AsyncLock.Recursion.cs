// Reserve calls itself under _rooms, which does not let its holder in again.
// throws: LockOrderViolationException
using LockGraph;

namespace Parity.AsyncLockRecursion;

public sealed class Booking
{
    private readonly TrackedAsyncLock _rooms = new();
    private int _reserved;

    public static async Task RunAsync()
    {
        var booking = new Booking();
        await booking.ReserveAsync(1);
    }

    public async Task ReserveAsync(int depth)
    {
        using (await _rooms.LockAsync()) // expect-any: LG1004 Booking._rooms
        {
            _reserved += depth;
            if (depth > 0)
            {
                await ReserveAsync(depth - 1); // expect-any: LG1004 Booking._rooms
            }
        }
    }
}
