// Static locks of a static class; Forward takes them one after the other.
using LockGraph;

namespace Parity.MonitorStaticClean;

public static class Mailbox
{
    private static readonly TrackedMonitor _inbox = new();
    private static readonly TrackedMonitor _outbox = new();
    private static int _received;
    private static int _forwarded;

    public static void Run()
    {
        Deliver(5);
        Forward();
    }

    public static void Deliver(int letters)
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

    public static void Forward()
    {
        using (_inbox.EnterScope())
        {
            _received++;
        }
        using (_outbox.EnterScope())
        {
            _forwarded = 0;
        }
    }
}
