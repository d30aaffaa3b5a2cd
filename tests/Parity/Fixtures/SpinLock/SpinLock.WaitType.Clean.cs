// The lock that blocks is outside; under it a spin lock is held for a moment. A try does not wait, and may be anywhere.
using LockGraph;

namespace Parity.SpinLockWaitTypeClean;

public sealed class Gauge
{
    private readonly TrackedSpinLock _sample = new();
    private readonly TrackedLock _journal = new();
    private int _written;

    public static void Run()
    {
        var gauge = new Gauge();
        gauge.Record();
        gauge.Peek();
    }

    public void Record()
    {
        using (_journal.EnterScope())
        {
            bool taken = false;
            try
            {
                _sample.Enter(ref taken);
                _written++;
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

    public void Peek()
    {
        bool taken = false;
        try
        {
            _sample.Enter(ref taken);
            if (_journal.TryEnter())
            {
                _written--;
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
