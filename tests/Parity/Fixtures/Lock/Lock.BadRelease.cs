// Send gives _drafts back once more than it took it.
// throws: SynchronizationLockException
using LockGraph;

namespace Parity.LockBadRelease;

public sealed class Invoicing
{
    private readonly TrackedLock _drafts = new();
    private int _issued;

    public static void Run()
    {
        var invoicing = new Invoicing();
        invoicing.Send(5);
    }

    public void Send(int letters)
    {
        if (letters > 0)
        {
            _drafts.Enter();
            _issued += letters;
            _drafts.Exit();
        }
        _drafts.Exit(); // expect: LG2005 Invoicing._drafts
    }
}
