// Push comes back on another thread, which does not hold _head.
// throws: SynchronizationLockException
using LockGraph;

namespace Parity.SpinLockAwaitUnderLock;

public sealed class RingBuffer
{
    private readonly TrackedSpinLock _head = new();
    private int _pushed;

    public static async Task RunAsync()
    {
        var ringBuffer = new RingBuffer();
        await ringBuffer.PushAsync(5);
    }

    public async Task PushAsync(int slots)
    {
        bool headTaken = false;
        try
        {
            _head.Enter(ref headTaken); // expect-any: LG3001 RingBuffer._head
            await Task.Yield(); // expect-any: LG3001 RingBuffer._head
            _pushed += slots;
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
