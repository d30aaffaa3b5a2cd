// Making a Voucher takes the lock that numbers them.
using LockGraph;

namespace Parity.LockConstructor;

public sealed class Office
{
    private readonly TrackedLock _desk = new();
    private int _handed;

    public static void Run()
    {
        var office = new Office();
        office.Hand();
        Voucher.Recount(office);
    }

    public void Hand()
    {
        using (_desk.EnterScope())
        {
            _handed = new Voucher().Number; // expect-any: LG1002 Office._desk > Voucher._numbers
        }
    }

    public int Handed()
    {
        using (_desk.EnterScope()) // expect-any: LG1002 Office._desk > Voucher._numbers
        {
            return _handed;
        }
    }
}

public sealed class Voucher
{
    private static readonly TrackedLock _numbers = new();
    private static int _last;

    public Voucher()
    {
        using (_numbers.EnterScope()) // expect-any: LG1002 Office._desk > Voucher._numbers
        {
            Number = ++_last;
        }
    }

    public int Number { get; }

    public static void Recount(Office office)
    {
        using (_numbers.EnterScope())
        {
            _last = office.Handed(); // expect-any: LG1002 Office._desk > Voucher._numbers
        }
    }
}
