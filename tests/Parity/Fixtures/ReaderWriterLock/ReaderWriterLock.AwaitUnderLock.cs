// Tag comes back on another thread, which does not hold _tags.
// throws: SynchronizationLockException
using LockGraph;

namespace Parity.ReaderWriterLockAwaitUnderLock;

public sealed class TagIndex
{
    private readonly TrackedReaderWriterLock _tags = new();
    private int _tagged;

    public static async Task RunAsync()
    {
        var tagIndex = new TagIndex();
        await tagIndex.TagAsync(5);
    }

    public async Task TagAsync(int terms)
    {
        _tags.EnterWriteLock(); // expect-any: LG3001 TagIndex._tags
        try
        {
            await Task.Yield(); // expect-any: LG3001 TagIndex._tags
            _tagged += terms;
        }
        finally
        {
            _tags.ExitWriteLock();
        }
    }
}
