// _inbox is declared to come before _outbox; the code does it the other way round, once.
using LockGraph;

namespace Parity.MonitorDeclared;

public sealed class Mailbox
{
    [AcquiredBefore("_outbox")]
    private readonly TrackedMonitor _inbox = new();

    private readonly TrackedMonitor _outbox = new();
    private int _received;
    private int _forwarded;

    public static void Run()
    {
        var mailbox = new Mailbox();
        mailbox.Deliver(5);
    }

    public void Deliver(int letters)
    {
        _outbox.Enter();
        try
        {
            _inbox.Enter(); // expect: LG1001 Mailbox._outbox > Mailbox._inbox
            try
            {
                _received += letters;
                _forwarded++;
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
