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
        _topics.Enter();
        try
        {
            _byMessages[key] = messages;
            _subscribers.Enter(); // expect-any: LG1002 Broker<TKey>._subscribers > Broker<TKey>._topics
            try
            {
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
            _topics.Enter(); // expect-any: LG1002 Broker<TKey>._subscribers > Broker<TKey>._topics
            try
            {
                _attached = _byMessages.Count;
            }
            finally
            {
                _topics.Exit();
            }
        }
        finally
        {
            _subscribers.Exit();
        }
    }
}
