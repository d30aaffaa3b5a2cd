// Two locks of one class, ranked, and taken by ascending rank.
using LockGraph;

namespace Parity.ReaderWriterLockSameClassClean;

public sealed class Atlas
{
    [LockClass("atlas.tiles")]
    [LockSubclass(0)]
    private readonly TrackedReaderWriterLock _tiles = new();

    [LockClass("atlas.tiles")]
    [LockSubclass(1)]
    private readonly TrackedReaderWriterLock _labels = new();

    private int _drawn;
    private int _named;

    public static void Run()
    {
        var atlas = new Atlas();
        atlas.Draw(5);
        atlas.Rename();
    }

    public void Draw(int cells)
    {
        _tiles.EnterWriteLock();
        try
        {
            _labels.EnterWriteLock();
            try
            {
                _drawn += cells;
                _named++;
            }
            finally
            {
                _labels.ExitWriteLock();
            }
        }
        finally
        {
            _tiles.ExitWriteLock();
        }
    }

    public void Rename()
    {
        _labels.EnterWriteLock();
        try
        {
            _named = 0;
        }
        finally
        {
            _labels.ExitWriteLock();
        }
    }
}
