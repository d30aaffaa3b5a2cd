// Asynchronous methods that hold their locks between two awaits only; the orders differ.
using LockGraph;

namespace Parity.MutexAsync;

public sealed class CashDrawer
{
    private readonly TrackedMutex _coins = new();
    private readonly TrackedMutex _notes = new();
    private int _opened;
    private int _counted;

    public static async Task RunAsync()
    {
        var cashDrawer = new CashDrawer();
        await cashDrawer.OpenAsync(5);
        await cashDrawer.CountAsync();
    }

    public async Task OpenAsync(int euros)
    {
        await Task.Yield();
        _coins.WaitOne();
        try
        {
            _notes.WaitOne(); // expect-any: LG1002 CashDrawer._coins > CashDrawer._notes
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
        await Task.Yield();
    }

    public async Task CountAsync()
    {
        await Task.Yield();
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
        await Task.Yield();
    }
}
