// What is only used, or kept in what nobody else sees, is as private as it was made.
public sealed class Session
{
    private string? _name;

    public readonly object Gate = new();

    public string? Name
    {
        get => _name;
        set
        {
            lock (Gate)
            {
                _name = value;
            }
        }
    }

    public void Log(Action<string> log) => log(Name + "!");
}

public sealed class Store
{
    private readonly object _other = new();
    private readonly System.Collections.Concurrent.ConcurrentDictionary<int, Session> _table = new();
    private readonly List<Session> _sessions = [];

    private static string Describe(Session session) => string.Format("{0}: {1}", session, session.Name);

    private static void Use(Session session)
    {
        Holder? holder = session.Name is null ? null : new Holder();
        holder?.Inner?.All?.Add(session);
        string? name = session.Name;
        Console.WriteLine(name + Describe(session));
    }

    public void OnlyUsed()
    {
        var session = new Session();
        Use(session);
        session.Log(Console.WriteLine);
        string.Format("{0}", session);
        Func<string?> read = () => session.Name;
        read();
        lock (session.Gate)
        {
            lock (_other)
            {
            }
        }
    }

    public void InANewList()
    {
        var all = new List<Session>();
        var session = new Session();
        all.Add(session);
        lock (session.Gate)
        {
            lock (_other)
            {
            }
        }
    }

    public void HandedOnAfterwards()
    {
        var session = new Session();
        lock (session.Gate)
        {
            lock (_other)
            {
            }
        }

        _sessions.Add(session);
    }

    public void NewInEveryTurn(int count)
    {
        for (int i = 0; i < count; i++)
        {
            var session = new Session();
            lock (session.Gate)
            {
                lock (_other)
                {
                }
            }

            _sessions.Add(session);
        }
    }

    public Session? NotTaken(int key)
    {
        var session = new Session();
        if (!_table.TryAdd(key, session))
        {
            lock (session.Gate)
            {
                lock (_other)
                {
                }
            }

            return null;
        }

        return session;
    }

    public void Close()
    {
        lock (_other)
        {
            foreach (Session session in _sessions)
            {
                lock (session.Gate)
                {
                }
            }
        }
    }
}

public sealed class Worker
{
    private readonly object _gate = new();
    private readonly object _other = new();
    private readonly Helper _helper;
    private readonly Func<int> _count;

    public Worker()
    {
        _helper = new Helper(this);
        _count = () => GetHashCode();
        lock (_gate)
        {
            lock (_other)
            {
            }
        }

        Task.Run(Run);
    }

    private void Run()
    {
        lock (_other)
        {
            lock (_gate)
            {
                _helper.Help();
                _count();
            }
        }
    }
}

public sealed class Helper
{
    private readonly Worker _worker;

    public Helper(Worker worker) => _worker = worker;

    public void Help() => GC.KeepAlive(_worker);
}

// Code that has not been set going yet sees nothing.
public sealed class Sleeper
{
    private readonly object _gate = new();
    private readonly object _other = new();
    private readonly Thread _thread;
    private readonly Timer _timer;
    private readonly Timer _later;

    public Sleeper()
    {
        _thread = new Thread(Run);
        _timer = new Timer(OnTick, null, Timeout.Infinite, Timeout.Infinite);
        _later = new Timer(OnTick, null, Timeout.InfiniteTimeSpan, TimeSpan.Zero);
        lock (_gate)
        {
            lock (_other)
            {
            }
        }
    }

    public void Start()
    {
        _thread.Start();
        _timer.Change(0, 1000);
        _later.Change(0, 1000);
    }

    private void OnTick(object? state) => Run();

    private void Run()
    {
        lock (_other)
        {
            lock (_gate)
            {
            }
        }
    }
}

public sealed class Holder
{
    public Holder? Inner { get; set; }

    public List<Session>? All { get; set; }
}

// A collection that fills itself with what it makes: nothing in it is older than itself.
public sealed class Node
{
    private readonly object _references = new();

    public Node(string name) => Name = name;

    public string Name { get; }

    public void Export(Cache cache)
    {
        lock (_references)
        {
            GC.KeepAlive(cache);
        }
    }

    public void Find(Cache cache)
    {
        lock (_references)
        {
            cache.Count();
        }
    }
}

public sealed class NodeCollection : List<Node>
{
    public void Load(Cache cache, string names)
    {
        string rest = names;
        rest = rest.Trim() + cache;
        Add(new Node(rest));
    }
}

public sealed class Cache
{
    private readonly object _cache = new();

    public int Count()
    {
        lock (_cache)
        {
            return 1;
        }
    }

    public void LoadAll()
    {
        var nodes = new NodeCollection();
        nodes.Load(this, "a");
        lock (_cache)
        {
            for (int i = 0; i < nodes.Count; i++)
            {
                nodes[i].Export(this);
            }
        }
    }
}
