// All instantiations of a generic type share its lock classes, and keep one order.
using LockGraph;

namespace Parity.ReaderWriterLockGenericClean;

public static class TagIndexDemo
{
    public static void Run()
    {
        var named = new TagIndex<string>();
        var numbered = new TagIndex<int>();
        named.Tag("first", 5);
        numbered.Untag();
    }
}

public sealed class TagIndex<TKey>
    where TKey : notnull
{
    private readonly TrackedReaderWriterLock _tags = new();
    private readonly TrackedReaderWriterLock _documents = new();
    private readonly Dictionary<TKey, int> _byTerms = [];
    private int _indexed;

    public void Tag(TKey key, int terms)
    {
        _tags.EnterWriteLock();
        try
        {
            _byTerms[key] = terms;
            _documents.EnterWriteLock();
            try
            {
                _indexed++;
            }
            finally
            {
                _documents.ExitWriteLock();
            }
        }
        finally
        {
            _tags.ExitWriteLock();
        }
    }

    public void Untag()
    {
        _tags.EnterWriteLock();
        try
        {
            _documents.EnterWriteLock();
            try
            {
                _indexed = _byTerms.Count;
            }
            finally
            {
                _documents.ExitWriteLock();
            }
        }
        finally
        {
            _tags.ExitWriteLock();
        }
    }
}
