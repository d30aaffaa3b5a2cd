// The lock of the nested Key is one class, whoever holds the Key.
using LockGraph;

namespace Parity.ReaderWriterLockNestedType;

public sealed class Settings
{
    private readonly TrackedReaderWriterLock _values = new();
    private readonly Key _first = new();
    private int _applied;

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
            _first.Gate.EnterWriteLock(); // expect-any: LG1002 Settings.Key.Gate > Settings._values
            try
            {
                _first.Value = _applied;
            }
            finally
            {
                _first.Gate.ExitWriteLock();
            }
        }
        finally
        {
            _values.ExitWriteLock();
        }
    }

    public void Reset()
    {
        _first.Gate.EnterWriteLock();
        try
        {
            _values.EnterWriteLock(); // expect-any: LG1002 Settings.Key.Gate > Settings._values
            try
            {
                _first.Value = _applied;
            }
            finally
            {
                _values.ExitWriteLock();
            }
        }
        finally
        {
            _first.Gate.ExitWriteLock();
        }
    }

    private sealed class Key
    {
        public readonly TrackedReaderWriterLock Gate = new();

        public int Value;
    }
}
