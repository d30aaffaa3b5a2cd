// The iterator takes _inbox when it is first moved, which Forward does under _outbox.
using LockGraph;

namespace Parity.MonitorIterator;

public sealed class Mailbox
{
    private readonly TrackedMonitor _inbox = new();
    private readonly TrackedMonitor _outbox = new();
    private readonly List<int> _letters = [];
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
            _letters.Add(letters);
            _outbox.Enter(); // expect-any: LG1002 Mailbox._inbox > Mailbox._outbox
            try
            {
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
            foreach (int one in All()) // expect-any: LG1002 Mailbox._inbox > Mailbox._outbox
            {
                _forwarded += one;
            }
        }
        finally
        {
            _outbox.Exit();
        }
    }

    public IEnumerable<int> All()
    {
        int[] copy;
        _inbox.Enter(); // expect-any: LG1002 Mailbox._inbox > Mailbox._outbox
        try
        {
            copy = [.. _letters];
        }
        finally
        {
            _inbox.Exit();
        }
        foreach (int one in copy)
        {
            yield return one;
        }
    }
}
