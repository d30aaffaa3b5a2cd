// Asynchronous methods that hold their locks between two awaits only; the orders differ.
using LockGraph;

namespace Parity.ReaderWriterLockAsync;

public sealed class Atlas
{
    private readonly TrackedReaderWriterLock _tiles = new();
    private readonly TrackedReaderWriterLock _labels = new();
    private int _drawn;
    private int _named;

    public static async Task RunAsync()
    {
        var atlas = new Atlas();
        await atlas.DrawAsync(5);
        await atlas.RenameAsync();
    }

    public async Task DrawAsync(int cells)
    {
        await Task.Yield();
        _tiles.EnterWriteLock();
        try
        {
            _labels.EnterWriteLock(); // expect-any: LG1002 Atlas._labels > Atlas._tiles
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
        await Task.Yield();
    }

    public async Task RenameAsync()
    {
        await Task.Yield();
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
        await Task.Yield();
    }
}
