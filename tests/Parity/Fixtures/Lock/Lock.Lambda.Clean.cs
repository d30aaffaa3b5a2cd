// Guarded runs what it is given under _drafts, and is never called under another lock.
using LockGraph;

namespace Parity.LockLambdaClean;

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
        Guarded(() =>
        {
            _issued += letters;
            using (_sent.EnterScope())
            {
                _open++;
            }
        });
    }

    public void Cancel()
    {
        Guarded(() => _issued = 0);
        using (_sent.EnterScope())
        {
            _open = 0;
        }
    }

    private void Guarded(Action body)
    {
        using (_drafts.EnterScope())
        {
            body();
        }
    }
}
