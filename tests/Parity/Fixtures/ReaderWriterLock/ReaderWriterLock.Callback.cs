// The delegate is stored once and called under a lock.
using LockGraph;

namespace Parity.ReaderWriterLockCallback;

public sealed class Atlas
{
    private readonly TrackedReaderWriterLock _tiles = new();
    private readonly TrackedReaderWriterLock _labels = new();
    private readonly Action<int> _told;
    private int _drawn;
    private int _named;

    public static void Run()
    {
        var atlas = new Atlas();
        atlas.Draw(5);
        atlas.Rename();
    }

    public Atlas()
    {
        _told = Keep;
    }

    public void Draw(int cells)
    {
        _tiles.EnterWriteLock();
        try
        {
            _drawn += cells;
            _told(_drawn); // expect-any: LG1002 Atlas._labels > Atlas._tiles
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
            _tiles.EnterWriteLock(); // expect-any: LG1002 Atlas._labels > Atlas._tiles
            try
            {
                _named = _drawn;
            }
            finally
            {
                _tiles.ExitWriteLock();
            }
        }
        finally
        {
            _labels.ExitWriteLock();
        }
    }

    private void Keep(int value)
    {
        _labels.EnterWriteLock(); // expect-any: LG1002 Atlas._labels > Atlas._tiles
        try
        {
            _named = value;
        }
        finally
        {
            _labels.ExitWriteLock();
        }
    }
}
