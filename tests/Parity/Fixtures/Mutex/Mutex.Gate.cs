// Both orders occur, but always under _receipts.
using LockGraph;

namespace Parity.MutexGate;

public sealed class CashDrawer
{
    private readonly TrackedMutex _receipts = new();
    private readonly TrackedMutex _coins = new();
    private readonly TrackedMutex _notes = new();
    private int _opened;
    private int _counted;

    public static void Run()
    {
        var cashDrawer = new CashDrawer();
        cashDrawer.Open(5);
        cashDrawer.Count();
    }

    public void Open(int euros)
    {
        _receipts.WaitOne();
        try
        {
            _coins.WaitOne();
            try
            {
                _notes.WaitOne(); // expect-any: LG1006 CashDrawer._coins > CashDrawer._notes
                try
                {
                    _opened += euros;
                    _counted++;
                }
                finally
                {
                    _notes.ReleaseMutex();
                }
            }
            finally
            {
                _coins.ReleaseMutex();
            }
        }
        finally
        {
            _receipts.ReleaseMutex();
        }
    }

    public void Count()
    {
        _receipts.WaitOne();
        try
        {
            _notes.WaitOne();
            try
            {
                _coins.WaitOne(); // expect-any: LG1006 CashDrawer._coins > CashDrawer._notes
                try
                {
                    _counted = _opened;
                }
                finally
                {
                    _coins.ReleaseMutex();
                }
            }
            finally
            {
                _notes.ReleaseMutex();
            }
        }
        finally
        {
            _receipts.ReleaseMutex();
        }
    }
}
