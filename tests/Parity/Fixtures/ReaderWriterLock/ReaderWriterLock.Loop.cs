// The inner lock is taken and given back in each round; the orders differ.
using LockGraph;

namespace Parity.ReaderWriterLockLoop;

public sealed class TagIndex
{
    private readonly TrackedReaderWriterLock _tags = new();
    private readonly TrackedReaderWriterLock _documents = new();
    private int _tagged;
    private int _indexed;

    public static void Run()
    {
        var tagIndex = new TagIndex();
        tagIndex.Tag([1, 2, 3]);
        tagIndex.Untag();
    }

    public void Tag(int[] terms)
    {
        _tags.EnterWriteLock();
        try
        {
            foreach (int one in terms)
            {
                _documents.EnterWriteLock(); // expect-any: LG1002 TagIndex._documents > TagIndex._tags
                try
                {
                    _indexed += one;
                }
                finally
                {
                    _documents.ExitWriteLock();
                }
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
            for (int round = 0; round < 2; round++)
            {
                _tags.EnterWriteLock(); // expect-any: LG1002 TagIndex._documents > TagIndex._tags
                try
                {
                    _tagged += _indexed;
                }
                finally
                {
                    _tags.ExitWriteLock();
                }
            }
        }
        finally
        {
            _documents.ExitWriteLock();
        }
    }
}
