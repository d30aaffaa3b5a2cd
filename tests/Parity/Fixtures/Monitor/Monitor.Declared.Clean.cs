// _topics is declared to come before _subscribers, and does.
using LockGraph;

namespace Parity.MonitorDeclaredClean;

public sealed class Broker
{
    [AcquiredBefore("_subscribers")]
    private readonly TrackedMonitor _topics = new();

    private readonly TrackedMonitor _subscribers = new();
    private int _published;
    private int _attached;

    public static void Run()
    {
        var broker = new Broker();
        broker.Publish(5);
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
}
