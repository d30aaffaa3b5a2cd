using LockGraph;
using Luo.Kernel;

namespace Luo.Policies;

/// <summary>
/// The header rwsem does both jobs: every operation reads it, serialization keeps it written. A create has to wait for any running
/// operation, and a release has to unlink while it reads.
/// </summary>
internal sealed class HeaderReuseSessions(Machine machine) : LuoSessions(machine)
{
    public override Result<SessionFd> Create(string name) => TryAllocate(name, out LuoSession? session)
        ? InsertOutgoing(session)
        : new Result<SessionFd>(Errno.EINVAL, null);

    public override Result<SessionFd> Retrieve(string name) => CheckOutIncoming(name);

    public override int Ioctl(LuoSession session, SessionIoctl request)
    {
        if (session.Retrieved)
        {
            Incoming.Rwsem.EnterReadLock();
            try
            {
                return Perform(session, request);
            }
            finally
            {
                Incoming.Rwsem.ExitReadLock();
            }
        }

        Outgoing.Rwsem.EnterReadLock();
        try
        {
            return Perform(session, request);
        }
        finally
        {
            Outgoing.Rwsem.ExitReadLock();
        }
    }

    /// <summary>The design's own trap: the unlink inside asks to write what is being read.</summary>
    [NoLockAnalysis(Justification = "The self-deadlock of this design is what scenario 14 shows.")]
    public override int Release(LuoSession session)
    {
        if (session.Retrieved)
        {
            Incoming.Rwsem.EnterReadLock();
            try
            {
                return ReleaseIncoming(session);
            }
            finally
            {
                Incoming.Rwsem.ExitReadLock();
            }
        }

        Outgoing.Rwsem.EnterReadLock();
        try
        {
            return ReleaseOutgoing(session);
        }
        finally
        {
            Outgoing.Rwsem.ExitReadLock();
        }
    }

    [NoLockAnalysis(Justification = "Keeps the header lock where the base keeps another.")]
    public override bool TryFreeze(out int error)
    {
        bool keep = false;
        Outgoing.Rwsem.EnterWriteLock();
        try
        {
            error = WriteOutgoing();
            keep = error == 0;
            return keep;
        }
        finally
        {
            if (!keep)
            {
                Outgoing.Rwsem.ExitWriteLock();
            }
        }
    }

    public override void DeclareFrozenForEver() => Outgoing.Rwsem.DeclareTerminalHold();

    [NoLockAnalysis(Justification = "Releases what TryFreeze keeps.")]
    public override void ReleaseFrozen() => Outgoing.Rwsem.ExitWriteLock();
}
