// A new collection of old objects: its locks are those of the objects that everybody has.
public sealed class Session
{
    public readonly object Gate = new();

    public bool IsOpen { get; set; }
}

public sealed class Hub
{
    private readonly object _range = new();
    private readonly object _each = new();
    private readonly object _initializer = new();
    private readonly object _query = new();
    private readonly object _array = new();
    private readonly object _late = new();
    private readonly object _batch = new();
    private readonly List<Session> _sessions = [];
    private readonly object _inner = new();
    private readonly object _slot = new();
    private readonly object _pair = new();
    private readonly object _swap = new();
    private readonly Dictionary<int, Session> _table = [];
    private Session? _first;

    public sealed class Batch
    {
        public List<Session>? Sessions { get; set; }

        public Session? Link { get; set; }
    }

    public sealed class Sealed(Session[] sessions)
    {
        public Session[] Sessions { get; } = sessions;
    }

    public sealed class Collected
    {
        public List<Session> Sessions { get; } = [];

        public Session[] Slots { get; } = new Session[4];

        public Session Last = new();
    }

    public void ByRange()
    {
        var copy = new List<Session>();
        copy.AddRange(_sessions);
        foreach (Session session in copy)
        {
            lock (session.Gate)
            {
                lock (_range) // expect-any: LG1002 range
                {
                }
            }
        }
    }

    public void OneByOne()
    {
        var copy = new List<Session>();
        foreach (Session session in _sessions)
        {
            copy.Add(session);
        }

        foreach (Session session in copy)
        {
            lock (session.Gate)
            {
                lock (_each) // expect-any: LG1002 each
                {
                }
            }
        }
    }

    public void ByInitializer(Session one, Session other)
    {
        foreach (Session session in new List<Session> { one, other })
        {
            lock (session.Gate)
            {
                lock (_initializer) // expect-any: LG1002 initializer
                {
                }
            }
        }
    }

    public void ByQuery()
    {
        var open = new Queue<Session>(_sessions.Where(session => session.IsOpen));
        lock (open.Peek().Gate)
        {
            lock (_query) // expect-any: LG1002 query
            {
            }
        }
    }

    public void ByArray()
    {
        var made = new Sealed(_sessions.ToArray());
        lock (made.Sessions[0].Gate)
        {
            lock (_array) // expect-any: LG1002 array
            {
            }
        }
    }

    public async Task ByAwait()
    {
        var batch = new Batch();
        batch.Link = await OpenAsync();
        lock (batch.Link.Gate)
        {
            lock (_late) // expect-any: LG1002 late
            {
            }
        }
    }

    private async Task<Session> OpenAsync()
    {
        await Task.Yield();
        return _first ?? new Session();
    }

    public void ByMember()
    {
        var batch = new Batch { Sessions = _sessions };
        lock (batch.Sessions[0].Gate)
        {
            lock (_batch) // expect-any: LG1002 batch
            {
            }
        }
    }

    public void BehindAMember(Session session)
    {
        var made = new Collected();
        made.Sessions.Add(session);
        lock (made.Sessions[0].Gate)
        {
            lock (_inner) // expect-any: LG1002 inner
            {
            }
        }
    }

    public void BySlot(Session session)
    {
        var made = new Collected();
        made.Slots[1] = session;
        lock (made.Slots[1].Gate)
        {
            lock (_slot) // expect-any: LG1002 slot
            {
            }
        }
    }

    public void BySwap(Session session)
    {
        var made = new Collected();
        Interlocked.Exchange(ref made.Last, session);
        lock (made.Last.Gate)
        {
            lock (_swap) // expect-any: LG1002 swap
            {
            }
        }
    }

    public void ByPair()
    {
        var copy = new HashSet<Session>();
        foreach (KeyValuePair<int, Session> pair in _table)
        {
            copy.Add(pair.Value);
        }

        foreach (Session session in copy)
        {
            lock (session.Gate)
            {
                lock (_pair) // expect-any: LG1002 pair
                {
                }
            }
        }
    }

    public void Drop(Session session)
    {
        lock (_range)
        {
            lock (session.Gate) // expect-any: LG1002 range
            {
            }
        }

        lock (_each)
        {
            lock (session.Gate) // expect-any: LG1002 each
            {
            }
        }

        lock (_initializer)
        {
            lock (session.Gate) // expect-any: LG1002 initializer
            {
            }
        }

        lock (_query)
        {
            lock (session.Gate) // expect-any: LG1002 query
            {
            }
        }

        lock (_array)
        {
            lock (session.Gate) // expect-any: LG1002 array
            {
            }
        }

        lock (_late)
        {
            lock (session.Gate) // expect-any: LG1002 late
            {
            }
        }

        lock (_batch)
        {
            lock (session.Gate) // expect-any: LG1002 batch
            {
            }
        }

        lock (_inner)
        {
            lock (session.Gate) // expect-any: LG1002 inner
            {
            }
        }

        lock (_slot)
        {
            lock (session.Gate) // expect-any: LG1002 slot
            {
            }
        }

        lock (_pair)
        {
            lock (session.Gate) // expect-any: LG1002 pair
            {
            }
        }

        lock (_swap)
        {
            lock (session.Gate) // expect-any: LG1002 swap
            {
            }
        }
    }
}
