// A new collection of new objects: what is in it nobody else has.
public sealed class Session
{
    public Session()
    {
    }

    public Session(string name) => Name = name;

    public string? Name { get; }

    public readonly object Gate = new();
}

public sealed class Hub
{
    private readonly object _list = new();
    private readonly List<string> _names = [];
    private readonly int[] _numbers = [1, 2];

    public sealed class Batch
    {
        public List<Session> Sessions { get; set; } = [];

        public string[]? Names { get; set; }

        public Session[]? Slots { get; set; }
    }

    public sealed class Log(string text, params object[] values)
    {
        public List<Session> Sessions { get; } = [];

        public int Count => text.Length + values.Length;
    }

    public sealed class Table(int[] numbers, string? name)
    {
        public Dictionary<int, Session> Sessions { get; } = new(numbers.Length);

        public string? Name { get; } = name;
    }

    public void Filled(int count)
    {
        var all = new List<Session>();
        for (int i = 0; i < count; i++)
        {
            all.Add(new Session());
        }

        var named = new Session("name");
        all.Add(named);
        foreach (Session session in all)
        {
            lock (session.Gate)
            {
                lock (_list)
                {
                }
            }
        }
    }

    public void ByName()
    {
        var all = new Dictionary<string, Session>();
        foreach (string name in _names)
        {
            all.Add(name, new Session(name));
        }

        foreach (Session session in all.Values)
        {
            lock (session.Gate)
            {
                lock (_list)
                {
                }
            }
        }
    }

    public void ByInitializer()
    {
        foreach (Session session in new List<Session> { new(), new("a") })
        {
            lock (session.Gate)
            {
                lock (_list)
                {
                }
            }
        }
    }

    public void FromOneToAnother()
    {
        var one = new List<Session> { new() };
        var other = new List<Session>();
        other.AddRange(one);
        foreach (Session session in one)
        {
            other.Add(session);
        }

        foreach (Session session in other)
        {
            lock (session.Gate)
            {
                lock (_list)
                {
                }
            }
        }
    }

    public void InMembers()
    {
        var batch = new Batch { Sessions = [], Names = ["a"], Slots = new Session[2] };
        batch.Sessions.Add(new Session());
        lock (batch.Sessions[0].Gate)
        {
            lock (_list)
            {
            }
        }
    }

    public void GivenWhatHasNoLocks()
    {
        var log = new Log("{0} {1}", 1, "a");
        log.Sessions.Add(new Session());
        lock (log.Sessions[0].Gate)
        {
            lock (_list)
            {
            }
        }

        var empty = new Log("text");
        lock (empty.Sessions[0].Gate)
        {
            lock (_list)
            {
            }
        }

        var table = new Table([1, 2], null);
        lock (table.Sessions[0].Gate)
        {
            lock (_list)
            {
            }
        }
    }

    public void Drop(Session session)
    {
        GC.KeepAlive(_numbers);
        lock (_list)
        {
            lock (session.Gate)
            {
            }
        }
    }
}
