public sealed class Reader
{
    private readonly object _lock;
    private readonly object _page = new();

    public Reader(object gate) => _lock = gate;

    public void Read()
    {
        lock (_lock)
        {
            lock (_page) { }
        }
    }
}

public sealed class Front
{
    private readonly object _front = new();
    private readonly Reader _reader;

    public Front() => _reader = new Reader(_front);

    public void Use() => _reader.Read();
}

public sealed class Back
{
    private readonly object _back = new();
    private readonly object _page = new();
    private readonly Reader _reader;

    public Back() => _reader = new Reader(_back);

    public void Use() => _reader.Read();

    public void Turn()
    {
        lock (_page)
        {
            lock (_back) { }
        }
    }
}
