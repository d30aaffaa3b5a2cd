// Draw calls itself under _tiles, which does not let its holder in again.
// throws: LockRecursionException
using LockGraph;

namespace Parity.ReaderWriterLockRecursion;

public sealed class Atlas
{
    private readonly TrackedReaderWriterLock _tiles = new();
    private int _drawn;

    public static void Run()
    {
        var atlas = new Atlas();
        atlas.Draw(1);
    }

    public void Draw(int depth)
    {
        _tiles.EnterWriteLock(); // expect-any: LG1004 Atlas._tiles
        try
        {
            _drawn += depth;
            if (depth > 0)
            {
                Draw(depth - 1); // expect-any: LG1004 Atlas._tiles
            }
        }
        finally
        {
            _tiles.ExitWriteLock();
        }
    }
}
