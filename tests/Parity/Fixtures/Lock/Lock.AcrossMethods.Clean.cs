// Cancel has given _drafts back before it takes _sent.
using LockGraph;

namespace Parity.LockAcrossMethodsClean;

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

    public void Send(int letters)
    {
        using (_drafts.EnterScope())
        {
            _issued += letters;
            Propagate(letters);
        }
    }

    public void Cancel()
    {
        int issued = Current();
        using (_sent.EnterScope())
        {
            _open = issued;
        }
    }

    private void Propagate(int letters)
    {
        Adjust(letters);
    }

    private void Adjust(int letters)
    {
        using (_sent.EnterScope())
        {
            _open += letters;
        }
    }

    private int Current()
    {
        using (_drafts.EnterScope())
        {
            return _issued;
        }
    }
}
