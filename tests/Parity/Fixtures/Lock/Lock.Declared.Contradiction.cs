// Each is declared to come before the other; no code could obey.
using LockGraph;

namespace Parity.LockDeclaredContradiction;

public sealed class Chicken
{
    [AcquiredBefore("_hen")] // expect-any: LG9002 Chicken._egg > Chicken._hen
    private readonly TrackedLock _egg = new();

    [AcquiredBefore("_egg")] // expect-any: LG9002 Chicken._egg > Chicken._hen
    private readonly TrackedLock _hen = new();

    private int _laid;

    public static void Run()
    {
        var chicken = new Chicken();
        chicken.Lay();
    }

    public void Lay()
    {
        using (_hen.EnterScope())
        {
            using (_egg.EnterScope())
            {
                _laid++;
            }
        }
    }
}
