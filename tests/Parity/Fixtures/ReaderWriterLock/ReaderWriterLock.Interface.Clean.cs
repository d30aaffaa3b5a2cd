// Glossary calls SearchIndex through IIndexer under its lock; nobody comes back under a lock.
using LockGraph;

namespace Parity.ReaderWriterLockInterfaceClean;

public sealed class Glossary(IIndexer searchIndex)
{
    private readonly TrackedReaderWriterLock _words = new();
    private int _defined;

    public static void Run()
    {
        var searchIndex = new SearchIndex();
        var glossary = new Glossary(searchIndex);
        glossary.Define(5);
        searchIndex.Rebuild(glossary);
    }

    public void Define(int terms)
    {
        _words.EnterWriteLock();
        try
        {
            _defined += terms;
            searchIndex.Index(terms);
        }
        finally
        {
            _words.ExitWriteLock();
        }
    }

    public int Trace()
    {
        _words.EnterWriteLock();
        try
        {
            return _defined;
        }
        finally
        {
            _words.ExitWriteLock();
        }
    }
}

public interface IIndexer
{
    void Index(int terms);
}

public sealed class SearchIndex : IIndexer
{
    private readonly TrackedReaderWriterLock _postings = new();
    private int _postingsSeen;

    public void Index(int terms)
    {
        _postings.EnterWriteLock();
        try
        {
            _postingsSeen += terms;
        }
        finally
        {
            _postings.ExitWriteLock();
        }
    }

    public void Rebuild(Glossary source)
    {
        int seen = source.Trace();
        _postings.EnterWriteLock();
        try
        {
            _postingsSeen = seen;
        }
        finally
        {
            _postings.ExitWriteLock();
        }
    }
}
