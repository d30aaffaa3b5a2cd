// The early return keeps _tiles.
using LockGraph;

namespace Parity.ReaderWriterLockLeak;

public sealed class Atlas
{
    private readonly TrackedReaderWriterLock _tiles = new();
    private int _drawn;

    public static void Run()
    {
        var atlas = new Atlas();
        atlas.Draw(5);
    }

    public void Draw(int cells)
    {
        _tiles.EnterWriteLock(); // expect: LG2004 Atlas._tiles
        _drawn += cells;
        if (_drawn > 3)
        {
            return;
        }

        _tiles.ExitWriteLock();
    }
}
