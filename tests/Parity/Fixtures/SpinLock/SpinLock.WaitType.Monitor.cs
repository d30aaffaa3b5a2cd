// Whoever waits for the spin lock burns a core, and so its holder must not wait for a lock that blocks.
using LockGraph;

namespace Parity.SpinLockWaitTypeMonitor;

public sealed class Gauge
{
    private readonly TrackedSpinLock _sample = new();
    private readonly TrackedMonitor _journal = new();
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
            _journal.Enter(); // expect: LG3006 Gauge._sample > Gauge._journal
            try
            {
                _written++;
            }
            finally
            {
                _journal.Exit();
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
