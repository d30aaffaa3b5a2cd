// No two methods disagree, but the three do.
using LockGraph;

namespace Parity.MonitorThreeLocks;

public sealed class Broker
{
    private readonly TrackedMonitor _topics = new();
    private readonly TrackedMonitor _subscribers = new();
    private readonly TrackedMonitor _backlog = new();
    private int _published;
    private int _attached;

    public static void Run()
    {
        var broker = new Broker();
        broker.Publish(5);
        broker.Subscribe();
        broker.Drain();
    }

    public void Publish(int messages)
    {
        using (_topics.EnterScope())
        {
            using (_subscribers.EnterScope()) // expect-any: LG1002 Broker._backlog > Broker._topics > Broker._subscribers
            {
                _published += messages;
            }
        }
    }

    public void Subscribe()
    {
        using (_subscribers.EnterScope())
        {
            using (_backlog.EnterScope()) // expect-any: LG1002 Broker._backlog > Broker._topics > Broker._subscribers
            {
                _attached = _published;
            }
        }
    }

    public void Drain()
    {
        using (_backlog.EnterScope())
        {
            using (_topics.EnterScope()) // expect-any: LG1002 Broker._backlog > Broker._topics > Broker._subscribers
            {
                _published = 0;
            }
        }
    }
}
