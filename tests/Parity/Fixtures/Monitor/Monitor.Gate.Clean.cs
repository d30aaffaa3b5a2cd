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
        _spool.Enter();
        try
        {
            _inbox.Enter();
            try
            {
                _outbox.Enter();
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
        finally
        {
            _spool.Exit();
        }
    }

    public void Forward()
    {
        _spool.Enter();
        try
        {
            _inbox.Enter();
            try
            {
                _outbox.Enter();
                try
                {
                    _forwarded = _received;
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
        finally
        {
            _spool.Exit();
        }
    }
}
