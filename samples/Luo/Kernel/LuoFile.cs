using LockGraph;

namespace Luo.Kernel;

/// <summary>One preserved file of a session (<c>struct luo_file</c>).</summary>
/// <remarks>
/// The kernel initializes the mutex of a file at two sites, one for files it preserves and one for files it got, so that they are
/// two lock classes. Here each site is a type with a mutex of its own; the bodies are shared.
/// </remarks>
internal abstract class LuoFile(Machine machine, LuoSession session, FileHandler handler, ulong token)
{
    public FileHandler Handler { get; } = handler;

    /// <summary>Unique in its session only.</summary>
    public ulong Token { get; } = token;

    public LuoSession Session { get; } = session;

    public FileObject? File { get; set; }

    /// <summary>What the handler finds its data by; the only part of the file, with its token, that crosses the jump.</summary>
    public long Handle { get; set; }

    /// <summary>The page that really holds the data. The model's truth, which the kernel does not have.</summary>
    public KhoPage? Page { get; set; }

    /// <summary>0 never tried, 1 retrieved, negative: the error that every later try gets.</summary>
    public int RetrieveStatus { get; protected set; }

    public bool IsFrozen { get; protected set; }

    public abstract bool IsMutexHeld { get; }

    public abstract int Retrieve(out FileObject? restored);

    public abstract bool CanFinish();

    public abstract void Finish();

    protected Machine Machine { get; } = machine;

    protected int RetrieveLocked(out FileObject? restored)
    {
        restored = null;
        if (RetrieveStatus < 0)
        {
            return RetrieveStatus;
        }

        if (RetrieveStatus == 0)
        {
            Machine.ObserveCallback(HandlerCallback.Retrieve, Session, this);
            int error = Handler.Retrieve(this, out FileObject? file);
            if (error < 0)
            {
                // V0 forgot the failure and tried again on data that was half consumed.
                RetrieveStatus = Machine.Config.Generation >= Generation.V1 ? error : 0;
                return error;
            }

            File = file;
            RetrieveStatus = 1;
            if (Machine.Config.HasPreservedFileIds)
            {
                Machine.Files.Remember(Handler.GetId(File!));
            }
        }

        restored = File;
        return 0;
    }

    protected bool CanFinishLocked()
    {
        Machine.ObserveCallback(HandlerCallback.CanFinish, Session, this);
        return Handler.CanFinish(this);
    }

    protected void FinishLocked()
    {
        Machine.ObserveCallback(HandlerCallback.Finish, Session, this);
        Handler.Finish(this);
        Machine.Flbs.FileFinish(Handler);
    }
}

/// <summary>A file that this kernel preserves for the next one.</summary>
internal sealed class OutgoingFile : LuoFile
{
    public OutgoingFile(Machine machine, LuoSession session, FileHandler handler, ulong token, FileObject file)
        : base(machine, session, handler, token)
    {
        File = file;
        Mutex.Label = file.Name;
    }

    [LockClass(LockNames.OutgoingFile, Protects = "one file of an outgoing session: frozen or not, retrieved or not")]
    internal readonly TrackedMonitor Mutex = new(reentrant: false);

    public override bool IsMutexHeld => Mutex.IsHeldByCurrentFlow;

    public int Freeze()
    {
        using (Mutex.EnterScope())
        {
            Machine.ObserveCallback(HandlerCallback.Freeze, Session, this);
            int error = Handler.Freeze(this);
            IsFrozen = error >= 0;
            return error;
        }
    }

    public void Unfreeze()
    {
        using (Mutex.EnterScope())
        {
            Machine.ObserveCallback(HandlerCallback.Unfreeze, Session, this);
            Handler.Unfreeze(this);
            IsFrozen = false;
            if (Machine.Config.Generation == Generation.V0)
            {
                // The first release zeroed what the next attempt needs.
                Handle = 0;
            }
        }
    }

    public override int Retrieve(out FileObject? restored)
    {
        using (Mutex.EnterScope())
        {
            return RetrieveLocked(out restored);
        }
    }

    public override bool CanFinish()
    {
        using (Mutex.EnterScope())
        {
            return CanFinishLocked();
        }
    }

    public override void Finish()
    {
        using (Mutex.EnterScope())
        {
            FinishLocked();
        }
    }
}

/// <summary>A file that the previous kernel handed over.</summary>
internal sealed class IncomingFile : LuoFile
{
    public IncomingFile(Machine machine, LuoSession session, FileHandler handler, SerializedFile image)
        : base(machine, session, handler, image.Token)
    {
        Handle = image.Handle;
        Mutex.Label = "token " + image.Token.ToString(null, null);
    }

    [LockClass(LockNames.IncomingFile, Protects = "one file of an incoming session: retrieved or not, finished or not")]
    internal readonly TrackedMonitor Mutex = new(reentrant: false);

    public override bool IsMutexHeld => Mutex.IsHeldByCurrentFlow;

    public override int Retrieve(out FileObject? restored)
    {
        using (Mutex.EnterScope())
        {
            return RetrieveLocked(out restored);
        }
    }

    public override bool CanFinish()
    {
        using (Mutex.EnterScope())
        {
            return CanFinishLocked();
        }
    }

    public override void Finish()
    {
        using (Mutex.EnterScope())
        {
            FinishLocked();
        }
    }
}

/// <summary>The registered handlers, and the files that are preserved anywhere (<c>luo_file.c</c>). V2 and later.</summary>
internal class LuoFiles(Machine machine)
{
    [LockClass(LockNames.PreservedFiles, Protects = "the table of everything that is preserved, over all sessions")]
    private readonly TrackedSpinLock _preservedLock = new();

    [GuardedBy(nameof(_preservedLock))]
    private readonly HashSet<object> _preserved = [];

    protected Machine Machine { get; } = machine;

    /// <summary>In registration order. Guarded by the register rwlock.</summary>
    protected List<FileHandler> Handlers { get; } = [];

    /// <summary>What is preserved now. A copy.</summary>
    public IReadOnlyList<object> PreservedIds()
    {
        bool taken = false;
        try
        {
            _preservedLock.Enter(ref taken);
            return [.. _preserved];
        }
        finally
        {
            if (taken)
            {
                _preservedLock.Exit();
            }
        }
    }

    /// <summary>Registers a handler. Its self-test runs afterwards, because it registers FLBs itself.</summary>
    public virtual int Register(FileHandler handler)
    {
        int error = CheckNew(handler);
        if (error < 0)
        {
            return error;
        }

        Machine.Core.RegisterRwlock.EnterWriteLock();
        try
        {
            error = Add(handler);
        }
        finally
        {
            Machine.Core.RegisterRwlock.ExitWriteLock();
        }

        if (error == 0)
        {
            handler.SelfTest?.Invoke();
        }

        return error;
    }

    /// <summary>Unregisters a handler with its FLBs. Cannot fail (V2+); V0/V1 refuse while there are sessions.</summary>
    public virtual int Unregister(FileHandler handler)
    {
        Machine.Core.RegisterRwlock.EnterWriteLock();
        try
        {
            Handlers.Remove(handler);
            Machine.Flbs.UnregisterAll(handler);
            return 0;
        }
        finally
        {
            Machine.Core.RegisterRwlock.ExitWriteLock();
        }
    }

    public virtual bool IsRegistered(FileHandler handler) => Handlers.Contains(handler);

    /// <summary>The first handler that takes the file, with its module pinned.</summary>
    public virtual int FindFor(FileObject file, LuoSession session, out FileHandler? handler)
    {
        Machine.Core.RegisterRwlock.EnterReadLock();
        try
        {
            return SearchFor(file, session, out handler);
        }
        finally
        {
            Machine.Core.RegisterRwlock.ExitReadLock();
        }
    }

    /// <summary>The handler that wrote a file of the previous kernel, with its module pinned.</summary>
    public virtual int FindCompatible(string compatible, out FileHandler? handler)
    {
        Machine.Core.RegisterRwlock.EnterReadLock();
        try
        {
            return SearchCompatible(compatible, out handler);
        }
        finally
        {
            Machine.Core.RegisterRwlock.ExitReadLock();
        }
    }

    /// <summary>Enters an id. False when it is preserved already.</summary>
    public bool Remember(object id)
    {
        bool taken = false;
        try
        {
            _preservedLock.Enter(ref taken);
            return _preserved.Add(id);
        }
        finally
        {
            if (taken)
            {
                _preservedLock.Exit();
            }
        }
    }

    public void Forget(object id)
    {
        bool taken = false;
        try
        {
            _preservedLock.Enter(ref taken);
            _preserved.Remove(id);
        }
        finally
        {
            if (taken)
            {
                _preservedLock.Exit();
            }
        }
    }

    protected int CheckNew(FileHandler handler)
    {
        if (!Machine.Config.LiveUpdateEnabled)
        {
            return Errno.EOPNOTSUPP;
        }

        return handler.IsComplete ? 0 : Errno.EINVAL;
    }

    protected int Add(FileHandler handler)
    {
        if (Handlers.Exists(other => other.Compatible == handler.Compatible))
        {
            return Errno.EEXIST;
        }

        Handlers.Add(handler);
        return 0;
    }

    protected int SearchFor(FileObject file, LuoSession session, out FileHandler? handler)
    {
        foreach (FileHandler candidate in Handlers)
        {
            Machine.ObserveCallback(HandlerCallback.CanPreserve, session, null);
            if (candidate.CanPreserve(file))
            {
                handler = candidate;
                return candidate.TryPin() ? 0 : Errno.ENOENT;
            }
        }

        handler = null;
        return Errno.ENOENT;
    }

    protected int SearchCompatible(string compatible, out FileHandler? handler)
    {
        handler = Handlers.Find(candidate => candidate.Compatible == compatible);
        return handler is not null && handler.TryPin() ? 0 : Errno.ENOENT;
    }
}
