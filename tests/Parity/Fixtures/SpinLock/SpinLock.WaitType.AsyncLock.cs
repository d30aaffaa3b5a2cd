// Whoever waits for the spin lock burns a core, and so its holder must not wait for a lock that blocks.
using LockGraph;

namespace Parity.SpinLockWaitTypeAsyncLock;

public sealed class Gauge
{
    private readonly TrackedSpinLock _sample = new();
    private readonly TrackedAsyncLock _journal = new();
    private int _written;

    public static void Run()
    {
        var gauge = new Gauge();
        gauge.Record();
    }

    public void Record()
    {
        bool taken = false;
        try
        {
            _sample.Enter(ref taken);
            using (_journal.Lock()) // expect: LG3006 Gauge._sample > Gauge._journal
            {
                _written++;
            }
        }
        finally
        {
            if (taken)
            {
                _sample.Exit();
            }
        }
    }
}
