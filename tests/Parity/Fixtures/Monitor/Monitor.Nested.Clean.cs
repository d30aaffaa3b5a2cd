// Publish and Subscribe take _topics and _subscribers in one order.
using LockGraph;

namespace Parity.MonitorNestedClean;

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
        _topics.Enter();
        try
        {
            _subscribers.Enter();
            try
            {
                _attached = _published;
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
}
