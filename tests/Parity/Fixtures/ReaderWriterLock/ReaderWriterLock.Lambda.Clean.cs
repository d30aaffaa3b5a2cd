// Guarded runs what it is given under _values, and is never called under another lock.
using LockGraph;

namespace Parity.ReaderWriterLockLambdaClean;

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
        Guarded(() =>
        {
            _applied += keys;
            _listeners.EnterWriteLock();
            try
            {
                _told++;
            }
            finally
            {
                _listeners.ExitWriteLock();
            }
        });
    }

    public void Reset()
    {
        Guarded(() => _applied = 0);
        _listeners.EnterWriteLock();
        try
        {
            _told = 0;
        }
        finally
        {
            _listeners.ExitWriteLock();
        }
    }

    private void Guarded(Action body)
    {
        _values.EnterWriteLock();
        try
        {
            body();
        }
        finally
        {
            _values.ExitWriteLock();
        }
    }
}
