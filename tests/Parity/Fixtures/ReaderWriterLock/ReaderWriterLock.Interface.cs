// Atlas calls SearchIndex through IIndexer under its lock; the way back is under the other lock.
using LockGraph;

namespace Parity.ReaderWriterLockInterface;

public sealed class Atlas(IIndexer searchIndex)
{
    private readonly TrackedReaderWriterLock _tiles = new();
    private int _drawn;

    public static void Run()
    {
        var searchIndex = new SearchIndex();
        var atlas = new Atlas(searchIndex);
        atlas.Draw(5);
        searchIndex.Rebuild(atlas);
    }

    public void Draw(int cells)
    {
        _tiles.EnterWriteLock();
        try
        {
            _drawn += cells;
            searchIndex.Index(cells); // expect-any: LG1002 Atlas._tiles > SearchIndex._postings
        }
        finally
        {
            _tiles.ExitWriteLock();
        }
    }

    public int Rename()
    {
        _tiles.EnterWriteLock(); // expect-any: LG1002 Atlas._tiles > SearchIndex._postings
        try
        {
            return _drawn;
        }
        finally
        {
            _tiles.ExitWriteLock();
        }
    }
}

public interface IIndexer
{
    void Index(int cells);
}

public sealed class SearchIndex : IIndexer
{
    private readonly TrackedReaderWriterLock _postings = new();
    private int _postingsSeen;

    public void Index(int cells)
    {
        _postings.EnterWriteLock(); // expect-any: LG1002 Atlas._tiles > SearchIndex._postings
        try
        {
            _postingsSeen += cells;
        }
        finally
        {
            _postings.ExitWriteLock();
        }
    }

    public void Rebuild(Atlas source)
    {
        _postings.EnterWriteLock();
        try
        {
            _postingsSeen = source.Rename(); // expect-any: LG1002 Atlas._tiles > SearchIndex._postings
        }
        finally
        {
            _postings.ExitWriteLock();
        }
    }
}
