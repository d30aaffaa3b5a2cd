// Hand over hand: _employees is given back under _payments, and _payments under _taxes.
using LockGraph;

namespace Parity.LockOutOfOrderRelease;

public sealed class Payroll
{
    private readonly TrackedLock _employees = new();
    private readonly TrackedLock _payments = new();
    private readonly TrackedLock _taxes = new();
    private int _paid;
    private int _budget;

    public static void Run()
    {
        var payroll = new Payroll();
        payroll.Pay(5);
        payroll.Close();
    }

    public void Pay(int cents)
    {
        _employees.Enter();
        try
        {
            _paid += cents;
            _payments.Enter();
        }
        finally
        {
            _employees.Exit();
        }

        try
        {
            _budget++;
            _taxes.Enter(); // expect-any: LG1002 Payroll._payments > Payroll._taxes
        }
        finally
        {
            _payments.Exit();
        }

        try
        {
            _paid--;
        }
        finally
        {
            _taxes.Exit();
        }
    }

    public void Close()
    {
        using (_taxes.EnterScope())
        {
            using (_payments.EnterScope()) // expect-any: LG1002 Payroll._payments > Payroll._taxes
            {
                _budget = 0;
            }
        }
    }
}
