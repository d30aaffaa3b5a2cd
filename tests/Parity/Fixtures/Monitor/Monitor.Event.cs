// Received is raised under the lock of its source; the subscriber has a lock of its own.
using LockGraph;

namespace Parity.MonitorEvent;

public sealed class Mailbox
{
    private readonly TrackedMonitor _inbox = new();
    private int _received;

    public event EventHandler<int>? Received;

    public static void Run()
    {
        var mailbox = new Mailbox();
        var archive = new Archive(mailbox);
        mailbox.Deliver(5);
        archive.Reread();
    }

    public void Deliver(int letters)
    {
        _inbox.Enter();
        try
        {
            _received += letters;
            Received?.Invoke(this, letters); // expect-any: LG1002 Archive._letters > Mailbox._inbox
        }
        finally
        {
            _inbox.Exit();
        }
    }

    public int Current()
    {
        _inbox.Enter(); // expect-any: LG1002 Archive._letters > Mailbox._inbox
        try
        {
            return _received;
        }
        finally
        {
            _inbox.Exit();
        }
    }
}

public sealed class Archive
{
    private readonly Mailbox _source;
    private readonly TrackedMonitor _letters = new();
    private int _last;

    public Archive(Mailbox source)
    {
        _source = source;
        _source.Received += OnReceived;
    }

    public void Reread()
    {
        _letters.Enter();
        try
        {
            _last = _source.Current(); // expect-any: LG1002 Archive._letters > Mailbox._inbox
        }
        finally
        {
            _letters.Exit();
        }
    }

    private void OnReceived(object? sender, int letters)
    {
        _letters.Enter(); // expect-any: LG1002 Archive._letters > Mailbox._inbox
        try
        {
            _last = letters;
        }
        finally
        {
            _letters.Exit();
        }
    }
}
