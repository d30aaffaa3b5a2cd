// Hand over hand: _tags is given back under _documents, and _documents under _synonyms.
using LockGraph;

namespace Parity.ReaderWriterLockOutOfOrderRelease;

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
        tagIndex.Merge();
    }

    public void Tag(int terms)
    {
        _tags.EnterWriteLock();
        try
        {
            _tagged += terms;
            _documents.EnterWriteLock();
        }
        finally
        {
            _tags.ExitWriteLock();
        }

        try
        {
            _indexed++;
            _synonyms.EnterWriteLock(); // expect-any: LG1002 TagIndex._documents > TagIndex._synonyms
        }
        finally
        {
            _documents.ExitWriteLock();
        }

        try
        {
            _tagged--;
        }
        finally
        {
            _synonyms.ExitWriteLock();
        }
    }

    public void Merge()
    {
        _synonyms.EnterWriteLock();
        try
        {
            _documents.EnterWriteLock(); // expect-any: LG1002 TagIndex._documents > TagIndex._synonyms
            try
            {
                _indexed = 0;
            }
            finally
            {
                _documents.ExitWriteLock();
            }
        }
        finally
        {
            _synonyms.ExitWriteLock();
        }
    }
}
