// Define takes _words once; the recursion is below it.
using LockGraph;

namespace Parity.ReaderWriterLockRecursionClean;

public sealed class Glossary
{
    private readonly TrackedReaderWriterLock _words = new();
    private int _defined;

    public static void Run()
    {
        var glossary = new Glossary();
        glossary.Define(3);
    }

    public void Define(int depth)
    {
        _words.EnterWriteLock();
        try
        {
            Descend(depth);
        }
        finally
        {
            _words.ExitWriteLock();
        }
    }

    private void Descend(int depth)
    {
        _defined += depth;
        if (depth > 0)
        {
            Descend(depth - 1);
        }
    }
}
