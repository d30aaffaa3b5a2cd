// Static locks of a static class, in both orders.
using LockGraph;

namespace Parity.ReaderWriterLockStatic;

public static class Glossary
{
    private static readonly TrackedReaderWriterLock _words = new();
    private static readonly TrackedReaderWriterLock _origins = new();
    private static int _defined;
    private static int _traced;

    public static void Run()
    {
        Define(5);
        Trace();
    }

    public static void Define(int terms)
    {
        _words.EnterWriteLock();
        try
        {
            _origins.EnterWriteLock(); // expect-any: LG1002 Glossary._origins > Glossary._words
            try
            {
                _defined += terms;
                _traced++;
            }
            finally
            {
                _origins.ExitWriteLock();
            }
        }
        finally
        {
            _words.ExitWriteLock();
        }
    }

    public static void Trace()
    {
        _origins.EnterWriteLock();
        try
        {
            _words.EnterWriteLock(); // expect-any: LG1002 Glossary._origins > Glossary._words
            try
            {
                _traced = _defined;
            }
            finally
            {
                _words.ExitWriteLock();
            }
        }
        finally
        {
            _origins.ExitWriteLock();
        }
    }
}
