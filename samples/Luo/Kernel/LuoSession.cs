using System.Text;
using LockGraph;

namespace Luo.Kernel;

/// <summary>
/// A named set of files that is preserved or restored as a whole (<c>struct luo_session</c>). Owned by its descriptor; no reference
/// count.
/// </summary>
internal sealed class LuoSession
{
    private readonly Machine _machine;
    private bool _freed;

    public LuoSession(Machine machine, string name, int id)
    {
        _machine = machine;
        Name = name;
        Id = id;
        Files = new LuoFileSet(machine, this);
        Mutex.Label = name;
    }

    /// <summary><c>session-&gt;mutex</c>. The limit is the width of the counter that lockdep folds nested locks into.</summary>
    [LockClass(LockNames.Session, Protects = "one session: whether it was retrieved, and its file set")]
    [MaxHeld(2047)]
    internal readonly TrackedMonitor Mutex = new(reentrant: false);

    /// <summary>Never changes, so that reading it needs no lock.</summary>
    public string Name { get; }

    /// <summary>Ascends in the order of the outgoing list.</summary>
    public int Id { get; }

    /// <summary>
    /// True once a process has checked the session out of the incoming list. Written under <see cref="Mutex"/>; release reads it
    /// without, being the last user.
    /// </summary>
    public bool Retrieved { get; set; }

    [GuardedBy(nameof(Mutex), Content = true)]
    public LuoFileSet Files { get; }

    /// <summary>Destroys the mutex and gives the memory back. Nobody may use the session after this.</summary>
    public void Free()
    {
        if (_freed)
        {
            _machine.ObserveUseAfterFree($"session {Name} freed twice");
        }

        _freed = true;
        Mutex.Free();
    }

    /// <summary>Says that a field of the session is about to be used. The model's KASAN.</summary>
    public void Touch()
    {
        if (_freed)
        {
            _machine.ObserveUseAfterFree($"session {Name} used after it was freed");
        }
    }

    /// <summary>The name as this generation stores it; null when it is refused.</summary>
    public static string? CheckName(KernelConfig config, string name)
    {
        if (name.Length == 0)
        {
            return null;
        }

        const int usable = KernelConfig.SessionNameLength - 1;
        byte[] bytes = Encoding.UTF8.GetBytes(name);
        if (bytes.Length <= usable)
        {
            return name;
        }

        return config.ChecksNameLength ? null : Encoding.UTF8.GetString(bytes, 0, usable);
    }
}

/// <summary>
/// The session subsystem with the patch: <c>serialize_rwsem -&gt; header rwsem -&gt; session mutex</c> (<c>luo_session.c</c>).
/// The designs of <see cref="Policy"/> override the entry points and share the bodies.
/// </summary>
internal class LuoSessions
{
    private int _lastId;

    public LuoSessions(Machine machine)
    {
        Machine = machine;
        Outgoing = new OutgoingHeader(machine);
        Incoming = new IncomingHeader();
    }

    /// <summary><c>luo_session_serialize_rwsem</c>: read by whoever changes a session, written by serialization, and then kept.</summary>
    [LockClass(
        LockNames.Serialize,
        Protects = "all sessions against serialization",
        Summary = "Every session operation reads it. A serialization that succeeds keeps it for ever, one that fails releases it.")]
    internal readonly TrackedReaderWriterLock SerializeRwsem = new();

    public OutgoingHeader Outgoing { get; }

    public IncomingHeader Incoming { get; }

    /// <summary>Set: the next session file cannot be created.</summary>
    public int FailNextFile { get; set; }

    protected Machine Machine { get; }

    /// <summary>CREATE_SESSION.</summary>
    public virtual Result<SessionFd> Create(string name)
    {
        if (!TryAllocate(name, out LuoSession? session))
        {
            return new Result<SessionFd>(Errno.EINVAL, null);
        }

        SerializeRwsem.EnterReadLock();
        try
        {
            return InsertOutgoing(session);
        }
        finally
        {
            SerializeRwsem.ExitReadLock();
        }
    }

    /// <summary>RETRIEVE_SESSION.</summary>
    public virtual Result<SessionFd> Retrieve(string name)
    {
        SerializeRwsem.EnterReadLock();
        try
        {
            return CheckOutIncoming(name);
        }
        finally
        {
            SerializeRwsem.ExitReadLock();
        }
    }

    /// <summary>One ioctl on a session. The request was checked and copied in before.</summary>
    public virtual int Ioctl(LuoSession session, SessionIoctl request)
    {
        SerializeRwsem.EnterReadLock();
        try
        {
            return Perform(session, request);
        }
        finally
        {
            SerializeRwsem.ExitReadLock();
        }
    }

    /// <summary>The last reference to a session file is gone. Runs with no lock of LUO inherited from who dropped it.</summary>
    public virtual int Release(LuoSession session)
    {
        SerializeRwsem.EnterReadLock();
        try
        {
            return session.Retrieved ? ReleaseIncoming(session) : ReleaseOutgoing(session);
        }
        finally
        {
            SerializeRwsem.ExitReadLock();
        }
    }

    /// <summary>Freezes all sessions and writes them out.</summary>
    /// <param name="error">0, or the first negative result of a file's freeze; then everything is thawed again.</param>
    /// <returns>True when the session subsystem is frozen, for ever.</returns>
    [TryAcquiresLock(nameof(SerializeRwsem), true)]
    public virtual bool TryFreeze(out int error)
    {
        bool keep = false;
        SerializeRwsem.EnterWriteLock();
        try
        {
            error = SerializeOutgoing();
            keep = error == 0;
            return keep;
        }
        finally
        {
            if (!keep)
            {
                Machine.ObserveThaw();
                SerializeRwsem.ExitWriteLock();
            }
        }
    }

    /// <summary>The point of no return: what <see cref="TryFreeze"/> kept will never be released.</summary>
    public virtual void DeclareFrozenForEver() => SerializeRwsem.DeclareTerminalHold();

    /// <summary>Lets go of what <see cref="TryFreeze"/> kept, in a machine that is dead already.</summary>
    [ReleasesLock(nameof(SerializeRwsem))]
    public virtual void ReleaseFrozen() => SerializeRwsem.ExitWriteLock();

    /// <summary>Restores the incoming list from what was handed over. The first error aborts; what was restored by then stays.</summary>
    public int Deserialize()
    {
        if (Machine.Received is not { } received)
        {
            return 0;
        }

        foreach (SerializedSession image in received.Sessions)
        {
            var session = new LuoSession(Machine, image.Name, NextId());
            int error = Incoming.Insert(session);
            if (error < 0)
            {
                session.Free();
                return error;
            }

            using (session.Mutex.EnterScope())
            {
                error = session.Files.Deserialize(image.Files);
            }

            if (error < 0)
            {
                return error;
            }
        }

        return 0;
    }

    /// <summary>V0/V1: registration may go on only while there is no session. Success keeps both header locks.</summary>
    [NoLockAnalysis(Justification = "The declared hierarchy is that of V2 and later, which have no such step.")]
    [TryAcquiresLock("Incoming.Rwsem", true)]
    [TryAcquiresLock("Outgoing.Rwsem", true)]
    public bool TryQuiesce()
    {
        Incoming.Rwsem.EnterWriteLock();
        Outgoing.Rwsem.EnterWriteLock();
        if (Incoming.Count == 0 && Outgoing.Count == 0)
        {
            return true;
        }

        Resume();
        return false;
    }

    /// <summary>Ends <see cref="TryQuiesce"/>.</summary>
    [ReleasesLock("Incoming.Rwsem", "Outgoing.Rwsem")]
    public void Resume()
    {
        Outgoing.Rwsem.ExitWriteLock();
        Incoming.Rwsem.ExitWriteLock();
    }

    protected bool TryAllocate(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out LuoSession? session)
    {
        string? stored = LuoSession.CheckName(Machine.Config, name);
        session = stored is null ? null : new LuoSession(Machine, stored, NextId());
        return session is not null;
    }

    protected Result<SessionFd> InsertOutgoing(LuoSession session)
    {
        int error = Outgoing.Insert(session);
        if (error < 0)
        {
            session.Free();
            return new Result<SessionFd>(error, null);
        }

        SessionFd? file;
        using (session.Mutex.EnterScope())
        {
            error = GetFile(session, out file);
        }

        if (error < 0)
        {
            Outgoing.Remove(session);
            session.Free();
        }

        return new Result<SessionFd>(error, file);
    }

    /// <summary>Creates the file of a session (<c>luo_session_getfile</c>).</summary>
    [RequiresLock("session.Mutex")]
    protected int GetFile(LuoSession session, out SessionFd? file)
    {
        session.Mutex.AssertHeld();
        int error = FailNextFile;
        FailNextFile = 0;
        file = error < 0 ? null : new SessionFd(Machine, session);
        return error;
    }

    /// <summary>The body of each ioctl. All but GET_NAME take the session mutex.</summary>
    protected int Perform(LuoSession session, SessionIoctl request)
    {
        session.Touch();
        return request.Command switch
        {
            SessionCommand.PreserveFd => PreserveFd(session, request),
            SessionCommand.RetrieveFd => RetrieveFd(session, request),
            SessionCommand.Finish => Finish(session),
            SessionCommand.GetName => GetName(session, request),
            _ => Errno.EINVAL,
        };
    }

    protected int ReleaseOutgoing(LuoSession session)
    {
        session.Touch();
        using (session.Mutex.EnterScope())
        {
            session.Files.UnpreserveAll();
        }

        Outgoing.Remove(session);
        session.Free();
        return 0;
    }

    /// <summary>Finishes the session. A file that refuses strands it: on the list, retrieved, and without a descriptor.</summary>
    protected int ReleaseIncoming(LuoSession session)
    {
        session.Touch();
        int error;
        using (session.Mutex.EnterScope())
        {
            error = session.Files.FinishAll();
        }

        if (error < 0)
        {
            Machine.Log.Warn($"session {session.Name}: finish on release failed: {Errno.Name(error)}");
            return error;
        }

        Machine.Probes.Hit(Kprobes.ReleaseFinished);
        Incoming.Remove(session);
        session.Free();
        return 0;
    }

    protected int SerializeOutgoing()
    {
        Outgoing.Rwsem.EnterWriteLock();
        try
        {
            return WriteOutgoing();
        }
        finally
        {
            Outgoing.Rwsem.ExitWriteLock();
        }
    }

    /// <summary>Freezes and writes session after session; the first failure takes back what was done, backwards.</summary>
    [RequiresLock("Outgoing.Rwsem")]
    protected int WriteOutgoing()
    {
        var written = new List<SerializedSession>(Outgoing.Count);
        foreach (LuoSession session in Outgoing.List)
        {
            int error;
            IReadOnlyList<SerializedFile> files;
            using (session.Mutex.EnterScope())
            {
                error = session.Files.Freeze(out files);
            }

            if (error < 0)
            {
                TakeBack(written);
                return error;
            }

            written.Add(new SerializedSession(session.Name, files));
            Machine.Probes.Hit(Kprobes.SessionFrozen);
        }

        Outgoing.Written = written;
        return 0;
    }

    /// <summary>Thaws the sessions written so far, last one first, and blanks their names.</summary>
    [RequiresLock("Outgoing.Rwsem")]
    protected void TakeBack(List<SerializedSession> written)
    {
        for (int i = written.Count - 1; i >= 0; i--)
        {
            LuoSession session = Outgoing.List[i];
            using (session.Mutex.EnterScope())
            {
                session.Files.Unfreeze();
            }

            written[i] = written[i] with { Name = string.Empty };
        }

        Outgoing.Written = written;
    }

    private int NextId() => Interlocked.Increment(ref _lastId);

    /// <summary>Patch 2/5: the header lock is kept until the session is checked out, so that it cannot be freed in between.</summary>
    protected Result<SessionFd> CheckOutIncoming(string name)
    {
        Incoming.Rwsem.EnterReadLock();
        try
        {
            LuoSession? session = Incoming.Find(name);
            if (session is null)
            {
                return new Result<SessionFd>(Errno.ENOENT, null);
            }

            using (session.Mutex.EnterScope())
            {
                return CheckOut(session);
            }
        }
        finally
        {
            Incoming.Rwsem.ExitReadLock();
        }
    }

    [RequiresLock("session.Mutex")]
    protected Result<SessionFd> CheckOut(LuoSession session)
    {
        Machine.Probes.Hit(Kprobes.RetrieveLocked);
        session.Touch();
        if (session.Retrieved)
        {
            return new Result<SessionFd>(Errno.EINVAL, null);
        }

        int error = GetFile(session, out SessionFd? file);
        if (error == 0)
        {
            session.Retrieved = true;
        }

        return new Result<SessionFd>(error, file);
    }

    /// <summary>The reply is copied with the session mutex held, so a fault may wait below it.</summary>
    private int PreserveFd(LuoSession session, SessionIoctl request)
    {
        using (session.Mutex.EnterScope())
        {
            int error = session.Files.Preserve(request.Token, request.File);
            return error < 0 ? error : Machine.CurrentTask.Memory.CopyToUser();
        }
    }

    private int RetrieveFd(LuoSession session, SessionIoctl request)
    {
        KernelTask task = Machine.CurrentTask;
        int error = task.ReserveDescriptor();
        if (error < 0)
        {
            return error;
        }

        using (session.Mutex.EnterScope())
        {
            error = session.Files.Retrieve(request.Token, out FileObject? file);
            request.Retrieved = file;
            if (error == 0 && !Machine.Config.HasBlockChains)
            {
                error = task.Memory.CopyToUser();
            }
        }

        // V4 copies after the mutex is dropped.
        if (error == 0 && Machine.Config.HasBlockChains)
        {
            error = task.Memory.CopyToUser();
        }

        if (error < 0)
        {
            request.Retrieved = null;
            task.UnreserveDescriptor();
        }

        return error;
    }

    private int Finish(LuoSession session)
    {
        int error;
        using (session.Mutex.EnterScope())
        {
            error = session.Files.FinishAll();
        }

        return error < 0 ? error : Machine.CurrentTask.Memory.CopyToUser();
    }

    private int GetName(LuoSession session, SessionIoctl request)
    {
        request.Name = session.Name;
        return Machine.CurrentTask.Memory.CopyToUser();
    }
}
