// Guarded runs what it is given under _tags.
using LockGraph;

namespace Parity.ReaderWriterLockLambda;

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
        Guarded(() =>
        {
            _tagged += terms;
            _documents.EnterWriteLock(); // expect-any: LG1002 TagIndex._documents > TagIndex._tags
            try
            {
                _indexed++;
            }
            finally
            {
                _documents.ExitWriteLock();
            }
        });
    }

    public void Untag()
    {
        _documents.EnterWriteLock();
        try
        {
            Guarded(() => _tagged = _indexed); // expect-any: LG1002 TagIndex._documents > TagIndex._tags
        }
        finally
        {
            _documents.ExitWriteLock();
        }
    }

    private void Guarded(Action body)
    {
        _tags.EnterWriteLock(); // expect-any: LG1002 TagIndex._documents > TagIndex._tags
        try
        {
            body(); // expect-any: LG1002 TagIndex._documents > TagIndex._tags
        }
        finally
        {
            _tags.ExitWriteLock();
        }
    }
}
