// Send takes _drafts of two Invoicing objects; another caller may swap them.
using LockGraph;

namespace Parity.LockSameClass;

public sealed class Invoicing
{
    private readonly TrackedLock _drafts = new();
    private int _issued;

    public static void Run()
    {
        var first = new Invoicing();
        var second = new Invoicing();
        first.Send(second, 5);
    }

    public void Send(Invoicing other, int letters)
    {
        using (_drafts.EnterScope())
        {
            using (other._drafts.EnterScope()) // expect: LG1003 Invoicing._drafts
            {
                _issued -= letters;
                other._issued += letters;
            }
        }
    }
}
