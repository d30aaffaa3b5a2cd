// Each branch takes one lock; no path holds two.
using LockGraph;

namespace Parity.LockNestedBranchesClean;

public sealed class Clerk
{
    private readonly TrackedLock _incoming = new();
    private readonly TrackedLock _outgoing = new();
    private int _sorted;

    public static void Run()
    {
        var clerk = new Clerk();
        clerk.Sort(true);
        clerk.Sort(false);
        clerk.Recount();
    }

    public void Sort(bool arrives)
    {
        TrackedLock gate = arrives ? _incoming : _outgoing;
        gate.Enter();
        try
        {
            _sorted++;
        }
        finally
        {
            gate.Exit();
        }

        if (arrives)
        {
            using (_outgoing.EnterScope())
            {
                _sorted--;
            }
        }
        else
        {
            using (_incoming.EnterScope())
            {
                _sorted--;
            }
        }
    }

    public void Recount()
    {
        using (_incoming.EnterScope())
        {
            using (_outgoing.EnterScope())
            {
                _sorted = 0;
            }
        }
    }
}
