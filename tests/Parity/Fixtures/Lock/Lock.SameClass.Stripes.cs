// The stripes are made with one name: moving a key between two of them holds two of one class.
using LockGraph;

namespace Parity.LockSameClassStripes;

public sealed class StripedTable
{
    private readonly TrackedLock[] _stripes = [new("table.stripe"), new("table.stripe"), new("table.stripe")];
    private int _moved;

    public static void Run()
    {
        var table = new StripedTable();
        table.Move(2, 1);
    }

    public void Move(int from, int to)
    {
        using (_stripes[from].EnterScope())
        {
            using (_stripes[to].EnterScope()) // expect: LG1003 table.stripe
            {
                _moved++;
            }
        }
    }
}
