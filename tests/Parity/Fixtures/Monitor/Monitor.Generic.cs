// All instantiations of a generic type share its lock classes; two of them disagree.
using LockGraph;

namespace Parity.MonitorGeneric;

public static class BrokerDemo
{
    public static void Run()
    {
        var named = new Broker<string>();
        var numbered = new Broker<int>();
        named.Publish("first", 5);
        numbered.Subscribe();
    }
}

public sealed class Broker<TKey>
    where TKey : notnull
{
    private readonly TrackedMonitor _topics = new();
    private readonly TrackedMonitor _subscribers = new();
    private readonly Dictionary<TKey, int> _byMessages = [];
    private int _attached;

    public void Publish(TKey key, int messages)
    {
        using (_topics.EnterScope())
        {
            _byMessages[key] = messages;
            using (_subscribers.EnterScope()) // expect-any: LG1002 Broker<TKey>._subscribers > Broker<TKey>._topics
            {
                _attached++;
            }
        }
    }

    public void Subscribe()
    {
        using (_subscribers.EnterScope())
        {
            using (_topics.EnterScope()) // expect-any: LG1002 Broker<TKey>._subscribers > Broker<TKey>._topics
            {
                _attached = _byMessages.Count;
            }
        }
    }
}
