// Reading Total takes _sent, and nobody sees it from the outside.
using LockGraph;

namespace Parity.LockPropertyGetter;

public sealed class Invoicing
{
    private readonly TrackedLock _drafts = new();
    private readonly TrackedLock _sent = new();
    private int _issued;
    private int _open;

    public static void Run()
    {
        var invoicing = new Invoicing();
        invoicing.Send(5);
        invoicing.Cancel();
    }

    public int Total
    {
        get
        {
            using (_sent.EnterScope()) // expect-any: LG1002 Invoicing._drafts > Invoicing._sent
            {
                return _open;
            }
        }
    }

    public void Send(int letters)
    {
        using (_drafts.EnterScope())
        {
            _issued = Total + letters; // expect-any: LG1002 Invoicing._drafts > Invoicing._sent
        }
    }

    public void Cancel()
    {
        using (_sent.EnterScope())
        {
            _open++;
            using (_drafts.EnterScope()) // expect-any: LG1002 Invoicing._drafts > Invoicing._sent
            {
                _issued = 0;
            }
        }
    }
}
