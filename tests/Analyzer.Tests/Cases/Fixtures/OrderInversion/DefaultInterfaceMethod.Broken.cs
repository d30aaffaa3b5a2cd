public interface IQueue
{
    object Gate { get; }

    void Drain()
    {
        lock (Gate)
        {
            Flush();
        }
    }

    void Flush();
}

public sealed class Mailbox : IQueue
{
    private readonly object _letters = new();
    private readonly object _stamps = new();

    public object Gate => _letters;

    public void Flush() { lock (_stamps) { } } // known-miss: LG1002 the lock is an interface property

    public void Buy()
    {
        lock (_stamps)
        {
            lock (_letters) { }
        }
    }
}
