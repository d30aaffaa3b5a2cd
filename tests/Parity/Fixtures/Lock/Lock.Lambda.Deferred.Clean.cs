// The body is made under one lock and runs under none.
using LockGraph;

namespace Parity.LockLambdaDeferredClean;

public sealed class Outbox
{
    private readonly TrackedLock _drafts = new();
    private readonly TrackedLock _sent = new();
    private readonly List<Action> _later = [];
    private int _count;

    public static void Run()
    {
        var outbox = new Outbox();
        outbox.Draft(3);
        outbox.Flush();
        outbox.Recount();
    }

    public void Draft(int letters)
    {
        using (_drafts.EnterScope())
        {
            _later.Add(() => Send(letters));
        }
    }

    public void Flush()
    {
        Action[] ready;
        using (_drafts.EnterScope())
        {
            ready = [.. _later];
            _later.Clear();
        }

        foreach (Action send in ready)
        {
            send();
        }
    }

    public void Recount()
    {
        using (_sent.EnterScope())
        {
            using (_drafts.EnterScope())
            {
                _count += _later.Count;
            }
        }
    }

    private void Send(int letters)
    {
        using (_sent.EnterScope())
        {
            _count += letters;
        }
    }
}
