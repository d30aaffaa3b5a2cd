// Pay comes back on another thread, which does not hold _employees.
// throws: SynchronizationLockException
using LockGraph;

namespace Parity.LockAwaitUnderLock;

public sealed class Payroll
{
    private readonly TrackedLock _employees = new();
    private int _paid;

    public static async Task RunAsync()
    {
        var payroll = new Payroll();
        await payroll.PayAsync(5);
    }

    public async Task PayAsync(int cents)
    {
        _employees.Enter(); // expect-any: LG3001 Payroll._employees
        try
        {
            await Task.Yield(); // expect-any: LG3001 Payroll._employees
            _paid += cents;
        }
        finally
        {
            _employees.Exit();
        }
    }
}
