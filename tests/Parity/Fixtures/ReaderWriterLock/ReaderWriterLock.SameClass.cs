// Apply takes _values of two Settings objects; another caller may swap them.
using LockGraph;

namespace Parity.ReaderWriterLockSameClass;

public sealed class Settings
{
    private readonly TrackedReaderWriterLock _values = new();
    private int _applied;

    public static void Run()
    {
        var first = new Settings();
        var second = new Settings();
        first.Apply(second, 5);
    }

    public void Apply(Settings other, int keys)
    {
        _values.EnterWriteLock();
        try
        {
            other._values.EnterWriteLock(); // expect: LG1003 Settings._values
            try
            {
                _applied -= keys;
                other._applied += keys;
            }
            finally
            {
                other._values.ExitWriteLock();
            }
        }
        finally
        {
            _values.ExitWriteLock();
        }
    }
}
