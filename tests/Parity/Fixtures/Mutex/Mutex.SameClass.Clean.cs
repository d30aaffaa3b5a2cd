// Two locks of one class, ranked, and taken by ascending rank.
using LockGraph;

namespace Parity.MutexSameClassClean;

public sealed class CashDrawer
{
    [LockClass("cashDrawer.coins")]
    [LockSubclass(0)]
    private readonly TrackedMutex _coins = new();

    [LockClass("cashDrawer.coins")]
    [LockSubclass(1)]
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
        _coins.WaitOne();
        try
        {
            _notes.WaitOne();
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

    public void Count()
    {
        _notes.WaitOne();
        try
        {
            _counted = 0;
        }
        finally
        {
            _notes.ReleaseMutex();
        }
    }
}
