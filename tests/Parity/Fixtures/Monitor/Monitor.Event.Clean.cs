// Published is raised after the lock of its source was given back.
using LockGraph;

namespace Parity.MonitorEventClean;

public sealed class Broker
{
    private readonly TrackedMonitor _topics = new();
    private int _published;

    public event EventHandler<int>? Published;

    public static void Run()
    {
        var broker = new Broker();
        var archive = new Archive(broker);
        broker.Publish(5);
        archive.Reread();
    }

    public void Publish(int messages)
    {
        _topics.Enter();
        try
        {
            _published += messages;
        }
        finally
        {
            _topics.Exit();
        }
        Published?.Invoke(this, messages);
    }

    public int Current()
    {
        _topics.Enter();
        try
        {
            return _published;
        }
        finally
        {
            _topics.Exit();
        }
    }
}

public sealed class Archive
{
    private readonly Broker _source;
    private readonly TrackedMonitor _letters = new();
    private int _last;

    public Archive(Broker source)
    {
        _source = source;
        _source.Published += OnPublished;
    }

    public void Reread()
    {
        _letters.Enter();
        try
        {
            _last = _source.Current();
        }
        finally
        {
            _letters.Exit();
        }
    }

    private void OnPublished(object? sender, int messages)
    {
        _letters.Enter();
        try
        {
            _last = messages;
        }
        finally
        {
            _letters.Exit();
        }
    }
}
