// The inner lock is taken and given back in each round, and both locks between the rounds.
using LockGraph;

namespace Parity.ReaderWriterLockLoopClean;

public sealed class Settings
{
    private readonly TrackedReaderWriterLock _values = new();
    private readonly TrackedReaderWriterLock _listeners = new();
    private int _applied;
    private int _told;

    public static void Run()
    {
        var settings = new Settings();
        settings.Apply([1, 2, 3]);
        settings.Reset();
    }

    public void Apply(int[] keys)
    {
        _values.EnterWriteLock();
        try
        {
            foreach (int one in keys)
            {
                _listeners.EnterWriteLock();
                try
                {
                    _told += one;
                }
                finally
                {
                    _listeners.ExitWriteLock();
                }
            }
        }
        finally
        {
            _values.ExitWriteLock();
        }
    }

    public void Reset()
    {
        for (int round = 0; round < 2; round++)
        {
            _values.EnterWriteLock();
            try
            {
                _listeners.EnterWriteLock();
                try
                {
                    _applied += _told;
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
}
