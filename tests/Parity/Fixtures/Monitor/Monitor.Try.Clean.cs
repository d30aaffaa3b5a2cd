// Subscribe goes against the order, but backs out when _topics is taken.
using LockGraph;

namespace Parity.MonitorTryClean;

public sealed class Broker
{
    private readonly TrackedMonitor _topics = new();
    private readonly TrackedMonitor _subscribers = new();
    private int _published;
    private int _attached;

    public static void Run()
    {
        var broker = new Broker();
        broker.Publish(5);
        broker.Subscribe();
    }

    public void Publish(int messages)
    {
        _topics.Enter();
        try
        {
            _subscribers.Enter();
            try
            {
                _published += messages;
                _attached++;
            }
            finally
            {
                _subscribers.Exit();
            }
        }
        finally
        {
            _topics.Exit();
        }
    }

    public void Subscribe()
    {
        _subscribers.Enter();
        try
        {
            if (_topics.TryEnter())
            {
                try
                {
                    _attached = _published;
                }
                finally
                {
                    _topics.Exit();
                }
            }
        }
        finally
        {
            _subscribers.Exit();
        }
    }
}
