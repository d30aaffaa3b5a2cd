// The inner lock is taken and given back in each round, and both locks between the rounds.
using LockGraph;

namespace Parity.LockLoopClean;

public sealed class Invoicing
{
    private readonly TrackedLock _drafts = new();
    private readonly TrackedLock _sent = new();
    private int _issued;
    private int _open;

    public static void Run()
    {
        var invoicing = new Invoicing();
        invoicing.Send([1, 2, 3]);
        invoicing.Cancel();
    }

    public void Send(int[] letters)
    {
        using (_drafts.EnterScope())
        {
            foreach (int one in letters)
            {
                using (_sent.EnterScope())
                {
                    _open += one;
                }
            }
        }
    }

    public void Cancel()
    {
        for (int round = 0; round < 2; round++)
        {
            using (_drafts.EnterScope())
            {
                using (_sent.EnterScope())
                {
                    _issued += _open;
                }
            }
        }
    }
}
