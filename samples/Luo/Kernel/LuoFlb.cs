using LockGraph;

namespace Luo.Kernel;

/// <summary>The FLBs of a kernel (<c>luo_flb.c</c>). V3 and later; older generations override what they did otherwise.</summary>
internal class LuoFlbs(Machine machine)
{
    [LockClass(LockNames.FlbInit, Protects = "the first use of each FLB")]
    private readonly TrackedSpinLock _initLock = new();

    private Dictionary<string, SerializedFlb>? _received;

    /// <summary>What the next kernel would read. Written by the task that reboots.</summary>
    public IReadOnlyList<SerializedFlb> Written { get; private set; } = [];

    protected Machine Machine { get; } = machine;

    /// <summary>All registered FLBs. Guarded by the register rwlock.</summary>
    public List<Flb> All { get; } = [];

    public virtual int Register(FileHandler handler, Flb flb)
    {
        int error = Check(handler, flb);
        if (error < 0)
        {
            return error;
        }

        EnsureInitialized(flb);
        Machine.Core.RegisterRwlock.EnterWriteLock();
        try
        {
            return Link(handler, flb);
        }
        finally
        {
            Machine.Core.RegisterRwlock.ExitWriteLock();
        }
    }

    public virtual int Unregister(FileHandler handler, Flb flb)
    {
        Machine.Core.RegisterRwlock.EnterWriteLock();
        try
        {
            return Unlink(handler, flb);
        }
        finally
        {
            Machine.Core.RegisterRwlock.ExitWriteLock();
        }
    }

    /// <summary>Unlinks all FLBs of a handler that goes away.</summary>
    [RequiresLock("Machine.Core.RegisterRwlock")]
    public void UnregisterAll(FileHandler handler)
    {
        Machine.Core.RegisterRwlock.AssertHeld(LockGraph.Core.LockMode.Write);
        foreach (Flb flb in handler.Flbs.ToArray())
        {
            Unlink(handler, flb);
        }
    }

    /// <summary>A file of the handler is preserved: each of its FLBs gets one more user, the first one creates it.</summary>
    public virtual int FilePreserve(FileHandler handler)
    {
        Machine.Core.RegisterRwlock.EnterReadLock();
        try
        {
            return PreserveEach(handler);
        }
        finally
        {
            Machine.Core.RegisterRwlock.ExitReadLock();
        }
    }

    public virtual void FileUnpreserve(FileHandler handler)
    {
        Machine.Core.RegisterRwlock.EnterReadLock();
        try
        {
            UnpreserveLast(handler, handler.Flbs.Count);
        }
        finally
        {
            Machine.Core.RegisterRwlock.ExitReadLock();
        }
    }

    public virtual void FileFinish(FileHandler handler)
    {
        Machine.Core.RegisterRwlock.EnterReadLock();
        try
        {
            FinishEach(handler);
        }
        finally
        {
            Machine.Core.RegisterRwlock.ExitReadLock();
        }
    }

    /// <summary>Gets the restored object; from V3 on with a reference that <see cref="PutIncoming"/> drops.</summary>
    public virtual Result<FlbObject> GetIncoming(Flb flb)
    {
        EnsureInitialized(flb);
        IncomingFlbState state = flb.Private.Incoming;
        using (state.Lock.EnterScope())
        {
            int error = RetrieveLocked(flb, state);
            if (error == 0)
            {
                state.Count++;
            }

            return new Result<FlbObject>(error, error == 0 ? state.Object : null);
        }
    }

    public virtual void PutIncoming(Flb flb)
    {
        IncomingFlbState state = flb.Private.Incoming;
        using (state.Lock.EnterScope())
        {
            DropIncoming(flb, state);
        }
    }

    /// <summary>Gets the object that is being preserved; from V5 on with a reference.</summary>
    public Result<FlbObject> GetOutgoing(Flb flb)
    {
        if (!Machine.Config.LiveUpdateEnabled)
        {
            return new Result<FlbObject>(Errno.EOPNOTSUPP, null);
        }

        EnsureInitialized(flb);
        OutgoingFlbState state = flb.Private.Outgoing;
        using (state.Lock.EnterScope())
        {
            if (state.Object is null)
            {
                return new Result<FlbObject>(Errno.ENOENT, null);
            }

            state.Count += Machine.Config.CountsOutgoingFlbUsers ? 1 : 0;
            return new Result<FlbObject>(0, state.Object);
        }
    }

    public void PutOutgoing(Flb flb)
    {
        if (Machine.Config.CountsOutgoingFlbUsers)
        {
            DropOutgoing(flb);
        }
    }

    /// <summary>The owner moves its outgoing data to another place, for instance because a device went away.</summary>
    public void ReplaceOutgoing(Flb flb, long handle)
    {
        OutgoingFlbState state = flb.Private.Outgoing;
        using (state.Lock.EnterScope())
        {
            state.Handle = handle;
        }
    }

    /// <summary>
    /// Writes the FLBs that have users. Runs when the sessions are frozen; reads the counts without their locks, as the kernel does.
    /// </summary>
    public virtual void Serialize()
    {
        Machine.Core.RegisterRwlock.EnterReadLock();
        try
        {
            WriteAll();
        }
        finally
        {
            Machine.Core.RegisterRwlock.ExitReadLock();
        }
    }

    /// <summary>Takes over what the previous kernel wrote; each FLB reads its part on first use.</summary>
    public void Deserialize()
    {
        if (Machine.Received is { } received)
        {
            _received = received.Flbs.ToDictionary(flb => flb.Compatible);
        }
    }

    protected int Check(FileHandler handler, Flb flb)
    {
        if (!Machine.Config.LiveUpdateEnabled || !Machine.Config.HasFlbs)
        {
            return Errno.EOPNOTSUPP;
        }

        return flb.IsComplete && Machine.Files.IsRegistered(handler) ? 0 : Errno.EINVAL;
    }

    protected int Link(FileHandler handler, Flb flb)
    {
        if (handler.Flbs.Contains(flb) || All.Exists(other => other != flb && other.Compatible == flb.Compatible))
        {
            return Errno.EEXIST;
        }

        if (!All.Contains(flb))
        {
            if (All.Count >= KernelConfig.FlbCapacity)
            {
                return Errno.ENOSPC;
            }

            All.Add(flb);
        }

        handler.Flbs.Add(flb);
        flb.Private.Users++;
        return 0;
    }

    protected int Unlink(FileHandler handler, Flb flb)
    {
        if (!handler.Flbs.Remove(flb))
        {
            return Errno.ENOENT;
        }

        if (--flb.Private.Users == 0)
        {
            All.Remove(flb);
        }

        return 0;
    }

    protected int PreserveEach(FileHandler handler)
    {
        for (int i = 0; i < handler.Flbs.Count; i++)
        {
            Flb flb = handler.Flbs[i];
            EnsureInitialized(flb);
            int error = PreserveOne(flb, flb.Private.Outgoing);
            if (error < 0)
            {
                UnpreserveLast(handler, i);
                return error;
            }
        }

        return 0;
    }

    protected void UnpreserveLast(FileHandler handler, int count)
    {
        for (int i = count - 1; i >= 0; i--)
        {
            DropOutgoing(handler.Flbs[i]);
        }
    }

    protected void FinishEach(FileHandler handler)
    {
        for (int i = handler.Flbs.Count - 1; i >= 0; i--)
        {
            Flb flb = handler.Flbs[i];
            EnsureInitialized(flb);
            FinishOne(flb, flb.Private.Incoming);
        }
    }

    /// <summary>One file less depends on the FLB; the last one finishes it, in the same critical section.</summary>
    protected virtual void FinishOne(Flb flb, IncomingFlbState state)
    {
        using (state.Lock.EnterScope())
        {
            DropIncoming(flb, state);
        }
    }

    [NoLockAnalysis(Justification = "Reads counts and handles without their locks, as the kernel does: the sessions that change them are frozen.")]
    protected void WriteAll()
    {
        Written = [.. All
            .Where(flb => flb.Private.Outgoing.Count > 0)
            .Select(flb => new SerializedFlb(flb.Compatible, flb.Private.Outgoing.Handle, flb.Private.Outgoing.Count))];
    }

    /// <summary>Double-checked: after the first use nobody takes the lock again.</summary>
    protected virtual void EnsureInitialized(Flb flb)
    {
        FlbPrivate state = flb.Private;
        if (state.IsInitialized)
        {
            return;
        }

        bool taken = false;
        try
        {
            _initLock.Enter(ref taken);
            if (!state.IsInitialized)
            {
                Initialize(state);
            }
        }
        finally
        {
            if (taken)
            {
                _initLock.Exit();
            }
        }
    }

    /// <summary>Initializes the locks of an FLB in place, as <c>mutex_init</c> does.</summary>
    protected static void Initialize(FlbPrivate state)
    {
        state.Outgoing.Lock.Reinitialize();
        state.Incoming.Lock.Reinitialize();
        state.IsInitialized = true;
    }

    /// <summary>Loads the state that was handed over, then makes the object from it, once.</summary>
    [RequiresLock("state.Lock")]
    protected int RetrieveLocked(Flb flb, IncomingFlbState state)
    {
        state.Lock.AssertHeld();
        int error = Load(flb, state);
        if (error < 0 || state.Object is not null)
        {
            return error;
        }

        if (state.RetrieveError < 0)
        {
            return state.RetrieveError;
        }

        error = flb.Retrieve(state.Handle, out FlbObject? restored);
        state.Object = error < 0 ? null : restored;
        state.RetrieveError = Machine.Config.RemembersFlbRetrieve ? error : 0;
        return error;
    }

    [RequiresLock("state.Lock")]
    protected int Load(Flb flb, IncomingFlbState state)
    {
        if (state.IsFinished || _received is null)
        {
            return Errno.ENODATA;
        }

        if (state.IsLoaded)
        {
            return 0;
        }

        if (!_received.TryGetValue(flb.Compatible, out SerializedFlb? image))
        {
            return Errno.ENOENT;
        }

        state.Handle = image.Handle;
        state.Count = image.Users;
        state.IsLoaded = true;
        return 0;
    }

    [RequiresLock("state.Lock")]
    protected static void FinishLocked(Flb flb, IncomingFlbState state)
    {
        flb.Finish(state.Object!);
        state.Object!.IsFreed = true;
        state.Object = null;
        state.IsFinished = true;
    }

    private static int PreserveOne(Flb flb, OutgoingFlbState state)
    {
        using (state.Lock.EnterScope())
        {
            if (state.Count == 0)
            {
                int error = flb.Preserve(out long handle, out FlbObject? created);
                if (error < 0)
                {
                    return error;
                }

                state.Handle = handle;
                state.Object = created;
            }

            state.Count++;
            return 0;
        }
    }

    private static void DropOutgoing(Flb flb)
    {
        OutgoingFlbState state = flb.Private.Outgoing;
        using (state.Lock.EnterScope())
        {
            if (--state.Count == 0)
            {
                flb.Unpreserve(state.Handle, state.Object!);
                state.Object!.IsFreed = true;
                state.Object = null;
            }
        }
    }

    [RequiresLock("state.Lock")]
    private void DropIncoming(Flb flb, IncomingFlbState state)
    {
        if (Load(flb, state) == 0 && --state.Count == 0 && RetrieveLocked(flb, state) == 0)
        {
            FinishLocked(flb, state);
        }
    }
}
