using LockGraph;
using Luo.Kernel;

namespace Luo.Policies;

/// <summary>
/// V0/V1: the handler list has no lock. Whoever changes it first makes sure that there is no session, so that nobody reads it.
/// </summary>
internal sealed class QuiescedFiles(Machine machine) : LuoFiles(machine)
{
    [NoLockAnalysis(Justification = "Quiesce acquires here and Resume releases there.")]
    public override int Register(FileHandler handler)
    {
        int error = CheckNew(handler);
        if (error < 0)
        {
            return error;
        }

        if (!Machine.Sessions.TryQuiesce())
        {
            return Errno.EBUSY;
        }

        try
        {
            // The module stays pinned for as long as the handler is registered.
            if (!handler.TryPin())
            {
                return Errno.EAGAIN;
            }

            error = Add(handler);
            if (error < 0)
            {
                handler.Unpin();
            }

            return error;
        }
        finally
        {
            Machine.Sessions.Resume();
        }
    }

    [NoLockAnalysis(Justification = "Quiesce acquires here and Resume releases there.")]
    public override int Unregister(FileHandler handler)
    {
        if (!Machine.Config.LiveUpdateEnabled)
        {
            return Errno.EOPNOTSUPP;
        }

        if (!Machine.Sessions.TryQuiesce())
        {
            return Errno.EBUSY;
        }

        try
        {
            if (handler.Flbs.Count > 0)
            {
                return Errno.EBUSY;
            }

            Handlers.Remove(handler);
            handler.Unpin();
            return 0;
        }
        finally
        {
            Machine.Sessions.Resume();
        }
    }

    public override int FindFor(FileObject file, LuoSession session, out FileHandler? handler) => SearchFor(file, session, out handler);

    public override int FindCompatible(string compatible, out FileHandler? handler) => SearchCompatible(compatible, out handler);
}

/// <summary>
/// V1 and V2: the last user counts down, drops the lock, and only then retrieves and finishes. A driver that gets the object in
/// between holds something that is about to go away; nobody counts it.
/// </summary>
internal class RacyFinishFlbs(Machine machine) : LuoFlbs(machine)
{
    public override Result<FlbObject> GetIncoming(Flb flb)
    {
        EnsureInitialized(flb);
        IncomingFlbState state = flb.Private.Incoming;
        using (state.Lock.EnterScope())
        {
            int error = RetrieveLocked(flb, state);
            return new Result<FlbObject>(error, error == 0 ? state.Object : null);
        }
    }

    /// <summary>There was nothing to put back.</summary>
    public override void PutIncoming(Flb flb)
    {
    }

    protected override void FinishOne(Flb flb, IncomingFlbState state)
    {
        bool last;
        using (state.Lock.EnterScope())
        {
            last = Load(flb, state) == 0 && --state.Count == 0;
        }

        if (!last)
        {
            return;
        }

        Machine.Probes.Hit(Kprobes.FlbFinishWindow);
        using (state.Lock.EnterScope())
        {
            if (RetrieveLocked(flb, state) == 0)
            {
                FinishLocked(flb, state);
            }
        }
    }
}

/// <summary>V1: FLB lists without a lock of their own, and a first use that nothing guards.</summary>
internal sealed class QuiescedFlbs(Machine machine) : RacyFinishFlbs(machine)
{
    [NoLockAnalysis(Justification = "Quiesce acquires here and Resume releases there.")]
    public override int Register(FileHandler handler, Flb flb)
    {
        int error = Check(handler, flb);
        if (error < 0)
        {
            return error;
        }

        if (!Machine.Sessions.TryQuiesce())
        {
            return Errno.EBUSY;
        }

        try
        {
            return Link(handler, flb);
        }
        finally
        {
            Machine.Sessions.Resume();
        }
    }

    [NoLockAnalysis(Justification = "Quiesce acquires here and Resume releases there.")]
    public override int Unregister(FileHandler handler, Flb flb)
    {
        if (!Machine.Sessions.TryQuiesce())
        {
            return Errno.EBUSY;
        }

        try
        {
            return Unlink(handler, flb);
        }
        finally
        {
            Machine.Sessions.Resume();
        }
    }

    public override int FilePreserve(FileHandler handler) => PreserveEach(handler);

    public override void FileUnpreserve(FileHandler handler) => UnpreserveLast(handler, handler.Flbs.Count);

    public override void FileFinish(FileHandler handler) => FinishEach(handler);

    public override void Serialize() => WriteAll();

    /// <summary>Two first users may both get through the test; the second then initializes locks that the first holds.</summary>
    protected override void EnsureInitialized(Flb flb)
    {
        if (flb.Private.IsInitialized)
        {
            return;
        }

        Machine.Probes.Hit(Kprobes.FlbInitWindow);
        Initialize(flb.Private);
    }
}
