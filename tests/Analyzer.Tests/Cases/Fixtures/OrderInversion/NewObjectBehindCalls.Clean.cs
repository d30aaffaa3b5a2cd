// The second connection is made on the spot, though it is given the first one; what leads from its parts back to a connection leads to itself.
public sealed class Connection
{
    private readonly object _cancel = new();
    private readonly object _state = new();
    private readonly Connection? _main;
    private readonly Buffer _buffer;

    public Connection(Connection? main)
    {
        _main = main;
        _buffer = new Buffer(this);
    }

    public Connection? Main => _main;

    public void Break()
    {
        lock (_state)
        {
            lock (_cancel)
            {
            }
        }
    }

    public void Cancel()
    {
        lock (_cancel)
        {
            SendCancel();
        }
    }

    private void SendCancel() => Request();

    private void Request()
    {
        var other = new Connection(this);
        other.Send();
    }

    private void Send()
    {
        Close();
        _buffer.Flush();
    }

    private void Close()
    {
        lock (_state)
        {
        }
    }

    internal void Fail()
    {
        lock (_state)
        {
        }
    }
}

public sealed class Buffer(Connection owner)
{
    private readonly Connection _owner = owner;

    public void Flush() => _owner.Fail();
}
