public sealed class Bus
{
    private readonly object _subscribers = new();
    private readonly List<Action<string>> _handlers = [];

    public void Subscribe(Action<string> handler)
    {
        lock (_subscribers)
        {
            _handlers.Add(handler);
        }
    }

    public void Publish(string message)
    {
        lock (_subscribers)
        {
            foreach (Action<string> handler in _handlers)
            {
                handler(message); // expect-any: LG1002
            }
        }
    }
}

public sealed class Inbox
{
    private readonly object _messages = new();
    private readonly Bus _bus;

    public Inbox(Bus bus)
    {
        _bus = bus;
        bus.Subscribe(Receive);
    }

    public void Resume()
    {
        lock (_messages)
        {
            _bus.Subscribe(Receive); // expect-any: LG1002
        }
    }

    private void Receive(string message)
    {
        lock (_messages) { }
    }
}
