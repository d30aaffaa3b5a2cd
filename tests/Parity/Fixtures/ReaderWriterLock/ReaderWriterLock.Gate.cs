// Both orders occur, but always under _borders.
using LockGraph;

namespace Parity.ReaderWriterLockGate;

public sealed class Atlas
{
    private readonly TrackedReaderWriterLock _borders = new();
    private readonly TrackedReaderWriterLock _tiles = new();
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
        _borders.EnterWriteLock();
        try
        {
            _tiles.EnterWriteLock();
            try
            {
                _labels.EnterWriteLock(); // expect-any: LG1006 Atlas._labels > Atlas._tiles
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
        finally
        {
            _borders.ExitWriteLock();
        }
    }

    public void Rename()
    {
        _borders.EnterWriteLock();
        try
        {
            _labels.EnterWriteLock();
            try
            {
                _tiles.EnterWriteLock(); // expect-any: LG1006 Atlas._labels > Atlas._tiles
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
        finally
        {
            _borders.ExitWriteLock();
        }
    }
}
