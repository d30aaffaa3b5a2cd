// One order, under _spool.
using LockGraph;

namespace Parity.MonitorGateClean;

public sealed class Mailbox
{
    private readonly TrackedMonitor _spool = new();
    private readonly TrackedMonitor _inbox = new();
    private readonly TrackedMonitor _outbox = new();
    private int _received;
    private int _forwarded;

    public static void Run()
    {
        var mailbox = new Mailbox();
        mailbox.Deliver(5);
        mailbox.Forward();
    }

    public void Deliver(int letters)
    {
        using (_spool.EnterScope())
        {
            using (_inbox.EnterScope())
            {
                using (_outbox.EnterScope())
                {
                    _received += letters;
                    _forwarded++;
                }
            }
        }
    }

    public void Forward()
    {
        using (_spool.EnterScope())
        {
            using (_inbox.EnterScope())
            {
                using (_outbox.EnterScope())
                {
                    _forwarded = _received;
                }
            }
        }
    }
}
