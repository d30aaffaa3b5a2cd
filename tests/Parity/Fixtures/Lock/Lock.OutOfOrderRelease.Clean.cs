// _drafts is given back first; the order of taking is the same everywhere.
using LockGraph;

namespace Parity.LockOutOfOrderReleaseClean;

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
        _drafts.Enter();
        try
        {
            _issued += letters;
            _sent.Enter();
        }
        finally
        {
            _drafts.Exit();
        }

        try
        {
            _open++;
        }
        finally
        {
            _sent.Exit();
        }
    }

    public void Cancel()
    {
        using (_drafts.EnterScope())
        {
            using (_sent.EnterScope())
            {
                _open = _issued;
            }
        }
    }
}
