// A lock and a semaphore are ordered like two locks of one kind.
using LockGraph;

namespace Parity.LockNestedMixed;

public sealed class Archive
{
    private readonly TrackedLock _index = new();
    private readonly TrackedSemaphore _reels = new(1, 1);
    private int _stored;

    public static void Run()
    {
        var archive = new Archive();
        archive.Store(3);
        archive.Search();
    }

    public void Store(int boxes)
    {
        _reels.Wait();
        try
        {
            using (_index.EnterScope()) // expect-any: LG1002 Archive._index > Archive._reels
            {
                _stored += boxes;
            }
        }
        finally
        {
            _reels.Release();
        }
    }

    public void Search()
    {
        using (_index.EnterScope())
        {
            _reels.Wait(); // expect-any: LG1002 Archive._index > Archive._reels
            _stored--;
            _reels.Release();
        }
    }
}
