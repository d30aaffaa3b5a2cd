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
        Action<string>[] handlers;
        lock (_subscribers) { handlers = [.. _handlers]; }
        foreach (Action<string> handler in handlers)
        {
            handler(message);
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
            _bus.Subscribe(Receive);
        }
    }

    private void Receive(string message)
    {
        lock (_messages) { }
    }
}
