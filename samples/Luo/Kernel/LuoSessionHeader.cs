using LockGraph;

namespace Luo.Kernel;

/// <summary>The sessions that this kernel preserves for the next one.</summary>
internal sealed class OutgoingHeader
{
    private readonly Machine _machine;

    [GuardedBy(nameof(Rwsem))]
    private readonly BlockSet _blocks;

    [GuardedBy(nameof(Rwsem))]
    private readonly List<LuoSession> _list = [];

    public OutgoingHeader(Machine machine)
    {
        _machine = machine;
        _blocks = new BlockSet(machine, KernelConfig.SessionsPerBlock, "sessions");
    }

    /// <summary><c>luo_session_global.outgoing.rwsem</c>.</summary>
    [LockClass(LockNames.Outgoing, Protects = "the list of outgoing sessions, its length, and the memory that they are written to")]
    internal readonly TrackedReaderWriterLock Rwsem = new();

    /// <summary>The length of the list, kept beside it as the kernel does.</summary>
    public int Count { get; private set; }

    /// <summary>In insertion order; serialization walks it front to back.</summary>
    public IReadOnlyList<LuoSession> List
    {
        [RequiresLock(nameof(Rwsem), Shared = true)]
        get => _list;
    }

    /// <summary>What the next kernel would read. Written under the rwsem, read by the jump, after which there is no writer.</summary>
    public IReadOnlyList<SerializedSession> Written { get; set; } = [];

    /// <summary>The flag of the reboot-gate design, under <see cref="Rwsem"/>. Never set by the other designs.</summary>
    public bool Rebooting { get; set; }

    public int Insert(LuoSession session)
    {
        Rwsem.EnterWriteLock();
        try
        {
            if (Rebooting)
            {
                return Errno.EBUSY;
            }

            if (_machine.Config.HasBlockChains)
            {
                int grown = _blocks.Grow(Count);
                if (grown < 0)
                {
                    return grown;
                }
            }
            else if (Count >= KernelConfig.FixedSessionCapacity)
            {
                return Errno.ENOMEM;
            }

            foreach (LuoSession other in _list)
            {
                if (other.Name == session.Name)
                {
                    return Errno.EEXIST;
                }
            }

            _list.Add(session);
            Count++;
            return 0;
        }
        finally
        {
            Rwsem.ExitWriteLock();
        }
    }

    public void Remove(LuoSession session)
    {
        Rwsem.EnterWriteLock();
        try
        {
            _list.Remove(session);
            Count--;
            if (_machine.Config.HasBlockChains)
            {
                _blocks.Shrink(Count);
            }
        }
        finally
        {
            Rwsem.ExitWriteLock();
        }
    }
}

/// <summary>The sessions that the previous kernel handed over.</summary>
internal sealed class IncomingHeader
{
    /// <summary><c>luo_session_global.incoming.rwsem</c>.</summary>
    [LockClass(LockNames.Incoming, Protects = "the list of incoming sessions and its length")]
    internal readonly TrackedReaderWriterLock Rwsem = new();

    [GuardedBy(nameof(Rwsem))]
    private readonly List<LuoSession> _list = [];

    public int Count { get; private set; }

    public IReadOnlyList<LuoSession> List
    {
        [RequiresLock(nameof(Rwsem), Shared = true)]
        get => _list;
    }

    public int Insert(LuoSession session)
    {
        Rwsem.EnterWriteLock();
        try
        {
            if (_list.Exists(other => other.Name == session.Name))
            {
                return Errno.EEXIST;
            }

            _list.Add(session);
            Count++;
            return 0;
        }
        finally
        {
            Rwsem.ExitWriteLock();
        }
    }

    public void Remove(LuoSession session)
    {
        Rwsem.EnterWriteLock();
        try
        {
            _list.Remove(session);
            Count--;
        }
        finally
        {
            Rwsem.ExitWriteLock();
        }
    }

    /// <summary>Finds a session by name.</summary>
    [RequiresLock(nameof(Rwsem), Shared = true)]
    public LuoSession? Find(string name) => _list.Find(session => session.Name == name);
}
