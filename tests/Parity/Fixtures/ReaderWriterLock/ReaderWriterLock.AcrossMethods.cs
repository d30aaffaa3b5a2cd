// The second lock is taken two calls further down.
using LockGraph;

namespace Parity.ReaderWriterLockAcrossMethods;

public sealed class TagIndex
{
    private readonly TrackedReaderWriterLock _tags = new();
    private readonly TrackedReaderWriterLock _documents = new();
    private int _tagged;
    private int _indexed;

    public static void Run()
    {
        var tagIndex = new TagIndex();
        tagIndex.Tag(5);
        tagIndex.Untag();
    }

    public void Tag(int terms)
    {
        _tags.EnterWriteLock();
        try
        {
            _tagged += terms;
            Propagate(terms); // expect-any: LG1002 TagIndex._documents > TagIndex._tags
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
            _indexed = Current(); // expect-any: LG1002 TagIndex._documents > TagIndex._tags
        }
        finally
        {
            _documents.ExitWriteLock();
        }
    }

    private void Propagate(int terms)
    {
        Adjust(terms);
    }

    private void Adjust(int terms)
    {
        _documents.EnterWriteLock(); // expect-any: LG1002 TagIndex._documents > TagIndex._tags
        try
        {
            _indexed += terms;
        }
        finally
        {
            _documents.ExitWriteLock();
        }
    }

    private int Current()
    {
        _tags.EnterWriteLock(); // expect-any: LG1002 TagIndex._documents > TagIndex._tags
        try
        {
            return _tagged;
        }
        finally
        {
            _tags.ExitWriteLock();
        }
    }
}
