// _values is given back first; the order of taking is the same everywhere.
using LockGraph;

namespace Parity.ReaderWriterLockOutOfOrderReleaseClean;

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
            _listeners.EnterWriteLock();
        }
        finally
        {
            _values.ExitWriteLock();
        }

        try
        {
            _told++;
        }
        finally
        {
            _listeners.ExitWriteLock();
        }
    }

    public void Reset()
    {
        _values.EnterWriteLock();
        try
        {
            _listeners.EnterWriteLock();
            try
            {
                _told = _applied;
            }
            finally
            {
                _listeners.ExitWriteLock();
            }
        }
        finally
        {
            _values.ExitWriteLock();
        }
    }
}
