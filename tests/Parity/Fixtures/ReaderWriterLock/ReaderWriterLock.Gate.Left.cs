// One of the two orders occurs without _topics, which excuses nothing then.
using LockGraph;

namespace Parity.ReaderWriterLockGateLeft;

public sealed class Glossary
{
    private readonly TrackedReaderWriterLock _topics = new();
    private readonly TrackedReaderWriterLock _words = new();
    private readonly TrackedReaderWriterLock _origins = new();
    private int _defined;
    private int _traced;

    public static void Run()
    {
        var glossary = new Glossary();
        glossary.Define(5);
        glossary.Trace();
    }

    public void Define(int terms)
    {
        _topics.EnterWriteLock();
        try
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
        finally
        {
            _topics.ExitWriteLock();
        }
    }

    public void Trace()
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
