// Deliver and Forward take _inbox and _outbox in opposite orders.
using LockGraph;

namespace Parity.MonitorNested;

public sealed class Mailbox
{
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
        _inbox.Enter();
        try
        {
            _outbox.Enter(); // expect-any: LG1002 Mailbox._inbox > Mailbox._outbox
            try
            {
                _received += letters;
                _forwarded++;
            }
            finally
            {
                _outbox.Exit();
            }
        }
        finally
        {
            _inbox.Exit();
        }
    }

    public void Forward()
    {
        _outbox.Enter();
        try
        {
            _inbox.Enter(); // expect-any: LG1002 Mailbox._inbox > Mailbox._outbox
            try
            {
                _forwarded = _received;
            }
            finally
            {
                _inbox.Exit();
            }
        }
        finally
        {
            _outbox.Exit();
        }
    }
}
