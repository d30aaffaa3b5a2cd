// Apply gives _values back once more than it took it.
// throws: SynchronizationLockException
using LockGraph;

namespace Parity.ReaderWriterLockBadRelease;

public sealed class Settings
{
    private readonly TrackedReaderWriterLock _values = new();
    private int _applied;

    public static void Run()
    {
        var settings = new Settings();
        settings.Apply(5);
    }

    public void Apply(int keys)
    {
        if (keys > 0)
        {
            _values.EnterWriteLock();
            _applied += keys;
            _values.ExitWriteLock();
        }
        _values.ExitWriteLock(); // expect: LG2005 Settings._values
    }
}
