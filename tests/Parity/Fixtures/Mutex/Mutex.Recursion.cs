// Open calls itself under _coins, which lets it in; at the bottom it takes _notes.
using LockGraph;

namespace Parity.MutexRecursion;

public sealed class CashDrawer
{
    private readonly TrackedMutex _coins = new();
    private readonly TrackedMutex _notes = new();
    private int _opened;
    private int _counted;

    public static void Run()
    {
        var cashDrawer = new CashDrawer();
        cashDrawer.Open(3);
        cashDrawer.Count();
    }

    public void Open(int depth)
    {
        _coins.WaitOne();
        try
        {
            _opened += depth;
            if (depth > 0)
            {
                Open(depth - 1); // expect-any: LG1002 CashDrawer._coins > CashDrawer._notes
            }
            else
            {
                _notes.WaitOne(); // expect-any: LG1002 CashDrawer._coins > CashDrawer._notes
                try
                {
                    _counted++;
                }
                finally
                {
                    _notes.ReleaseMutex();
                }
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
            _coins.WaitOne(); // expect-any: LG1002 CashDrawer._coins > CashDrawer._notes
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
}
