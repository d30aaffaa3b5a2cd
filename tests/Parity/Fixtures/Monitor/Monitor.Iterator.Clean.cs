// The iterator takes _topics when it is first moved; Subscribe takes _subscribers between the moves.
using LockGraph;

namespace Parity.MonitorIteratorClean;

public sealed class Broker
{
    private readonly TrackedMonitor _topics = new();
    private readonly TrackedMonitor _subscribers = new();
    private readonly List<int> _messages = [];
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
            _messages.Add(messages);
            _subscribers.Enter();
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
        foreach (int one in All())
        {
            _subscribers.Enter();
            try
            {
                _attached += one;
            }
            finally
            {
                _subscribers.Exit();
            }
        }
    }

    public IEnumerable<int> All()
    {
        int[] copy;
        _topics.Enter();
        try
        {
            copy = [.. _messages];
        }
        finally
        {
            _topics.Exit();
        }
        foreach (int one in copy)
        {
            yield return one;
        }
    }
}
