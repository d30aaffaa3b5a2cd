// Reset has given _values back before it takes _listeners.
using LockGraph;

namespace Parity.ReaderWriterLockAcrossMethodsClean;

public sealed class Settings
{
    private readonly TrackedReaderWriterLock _values = new();
    private readonly TrackedReaderWriterLock _listeners = new();
    private int _applied;
    private int _told;

    public static void Run()
    {
        var settings = new Settings();
        settings.Apply(5);
        settings.Reset();
    }

    public void Apply(int keys)
    {
        _values.EnterWriteLock();
        try
        {
            _applied += keys;
            Propagate(keys);
        }
        finally
        {
            _values.ExitWriteLock();
        }
    }

    public void Reset()
    {
        int applied = Current();
        _listeners.EnterWriteLock();
        try
        {
            _told = applied;
        }
        finally
        {
            _listeners.ExitWriteLock();
        }
    }

    private void Propagate(int keys)
    {
        Adjust(keys);
    }

    private void Adjust(int keys)
    {
        _listeners.EnterWriteLock();
        try
        {
            _told += keys;
        }
        finally
        {
            _listeners.ExitWriteLock();
        }
    }

    private int Current()
    {
        _values.EnterWriteLock();
        try
        {
            return _applied;
        }
        finally
        {
            _values.ExitWriteLock();
        }
    }
}
