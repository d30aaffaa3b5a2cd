// The delegate is stored once and called when the lock is given back.
using LockGraph;

namespace Parity.ReaderWriterLockCallbackClean;

public sealed class Glossary
{
    private readonly TrackedReaderWriterLock _words = new();
    private readonly TrackedReaderWriterLock _origins = new();
    private readonly Action<int> _told;
    private int _defined;
    private int _traced;

    public static void Run()
    {
        var glossary = new Glossary();
        glossary.Define(5);
        glossary.Trace();
    }

    public Glossary()
    {
        _told = Keep;
    }

    public void Define(int terms)
    {
        int told;
        _words.EnterWriteLock();
        try
        {
            _defined += terms;
            told = _defined;
        }
        finally
        {
            _words.ExitWriteLock();
        }
        _told(told);
    }

    public void Trace()
    {
        _origins.EnterWriteLock();
        try
        {
            _words.EnterWriteLock();
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

    private void Keep(int value)
    {
        _origins.EnterWriteLock();
        try
        {
            _traced = value;
        }
        finally
        {
            _origins.ExitWriteLock();
        }
    }
}
