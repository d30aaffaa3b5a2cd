// Whoever looks into the collection sees the new session before it is locked.
public sealed class Session
{
    public readonly object Gate = new();
}

public sealed class Header
{
    private readonly object _list = new();
    private readonly List<Session> _sessions = [];

    public int Insert(Session session)
    {
        lock (_list)
        {
            _sessions.Add(session);
            return _sessions.Count;
        }
    }

    public void Clear(Action<Session> each)
    {
        foreach (Session session in _sessions)
        {
            each(session);
        }
    }
}

public sealed class ThroughAMethod
{
    private readonly Header _incoming = new();
    private readonly object _other = new();

    public void Open()
    {
        var session = new Session();
        _incoming.Insert(session);
        lock (session.Gate)
        {
            lock (_other) // expect-any: LG1002 method
            {
            }
        }
    }

    public void Close(Session session)
    {
        lock (_other)
        {
            lock (session.Gate) // expect-any: LG1002 method
            {
            }
        }
    }
}

public sealed class Task1
{
    public readonly object Gate = new();
}

public sealed class ThroughMembers
{
    private readonly object _other = new();
    private readonly Dictionary<int, Task1> _table = [];
    private readonly Task1?[] _slots = new Task1?[4];
    private Task1? _current;

    public static Task1? Last { get; set; }

    public void Store()
    {
        var made = new Task1();
        _current = made;
        lock (made.Gate)
        {
            lock (_other) // expect-any: LG1002 member
            {
            }
        }
    }

    public void StoreUnderItsLock()
    {
        var made = new Task1();
        lock (made.Gate)
        {
            Last = made;
            lock (_other) // expect-any: LG1002 member
            {
            }
        }
    }

    public void Element(int index)
    {
        var made = new Task1();
        _slots[index] = made;
        lock (made.Gate)
        {
            lock (_other) // expect-any: LG1002 member
            {
            }
        }
    }

    public void Key(int key)
    {
        var made = new Task1();
        _table[key] = made;
        lock (made.Gate)
        {
            lock (_other) // expect-any: LG1002 member
            {
            }
        }
    }

    public void Take()
    {
        lock (_other)
        {
            if (_current is { } current)
            {
                lock (current.Gate) // expect-any: LG1002 member
                {
                }
            }
        }
    }
}
