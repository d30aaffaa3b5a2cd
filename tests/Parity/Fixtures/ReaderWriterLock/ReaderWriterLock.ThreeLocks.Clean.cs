// Three locks, one line from the outermost to the innermost.
using LockGraph;

namespace Parity.ReaderWriterLockThreeLocksClean;

public sealed class TagIndex
{
    private readonly TrackedReaderWriterLock _tags = new();
    private readonly TrackedReaderWriterLock _documents = new();
    private readonly TrackedReaderWriterLock _synonyms = new();
    private int _tagged;
    private int _indexed;

    public static void Run()
    {
        var tagIndex = new TagIndex();
        tagIndex.Tag(5);
        tagIndex.Untag();
        tagIndex.Merge();
    }

    public void Tag(int terms)
    {
        _tags.EnterWriteLock();
        try
        {
            _documents.EnterWriteLock();
            try
            {
                _tagged += terms;
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
        _documents.EnterWriteLock();
        try
        {
            _synonyms.EnterWriteLock();
            try
            {
                _indexed = _tagged;
            }
            finally
            {
                _synonyms.ExitWriteLock();
            }
        }
        finally
        {
            _documents.ExitWriteLock();
        }
    }

    public void Merge()
    {
        _tags.EnterWriteLock();
        try
        {
            _synonyms.EnterWriteLock();
            try
            {
                _tagged = 0;
            }
            finally
            {
                _synonyms.ExitWriteLock();
            }
        }
        finally
        {
            _tags.ExitWriteLock();
        }
    }
}
