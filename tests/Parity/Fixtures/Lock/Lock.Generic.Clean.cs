// All instantiations of a generic type share its lock classes, and keep one order.
using LockGraph;

namespace Parity.LockGenericClean;

public static class PayrollDemo
{
    public static void Run()
    {
        var named = new Payroll<string>();
        var numbered = new Payroll<int>();
        named.Pay("first", 5);
        numbered.Revise();
    }
}

public sealed class Payroll<TKey>
    where TKey : notnull
{
    private readonly TrackedLock _employees = new();
    private readonly TrackedLock _payments = new();
    private readonly Dictionary<TKey, int> _byCents = [];
    private int _budget;

    public void Pay(TKey key, int cents)
    {
        using (_employees.EnterScope())
        {
            _byCents[key] = cents;
            using (_payments.EnterScope())
            {
                _budget++;
            }
        }
    }

    public void Revise()
    {
        using (_employees.EnterScope())
        {
            using (_payments.EnterScope())
            {
                _budget = _byCents.Count;
            }
        }
    }
}
