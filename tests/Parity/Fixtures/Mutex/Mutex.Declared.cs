// _coins is declared to come before _notes; the code does it the other way round, once.
using LockGraph;

namespace Parity.MutexDeclared;

public sealed class CashDrawer
{
    [AcquiredBefore("_notes")]
    private readonly TrackedMutex _coins = new();

    private readonly TrackedMutex _notes = new();
    private int _opened;
    private int _counted;

    public static void Run()
    {
        var cashDrawer = new CashDrawer();
        cashDrawer.Open(5);
    }

    public void Open(int euros)
    {
        _notes.WaitOne();
        try
        {
            _coins.WaitOne(); // expect: LG1001 CashDrawer._notes > CashDrawer._coins
            try
            {
                _opened += euros;
                _counted++;
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
}
