// The early return gives _words back.
using LockGraph;

namespace Parity.ReaderWriterLockLeakClean;

public sealed class Glossary
{
    private readonly TrackedReaderWriterLock _words = new();
    private int _defined;

    public static void Run()
    {
        var glossary = new Glossary();
        glossary.Define(5);
    }

    public void Define(int terms)
    {
        _words.EnterWriteLock();
        try
        {
            _defined += terms;
            if (_defined > 3)
            {
                return;
            }

            _defined--;
        }
        finally
        {
            _words.ExitWriteLock();
        }
    }
}
