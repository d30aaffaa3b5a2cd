using LockGraph;
using Luo.Kernel;

namespace Luo.Policies;

/// <summary>
/// The earlier design: a flag under the header rwsem makes mutations fail with <see cref="Errno.EBUSY"/> once a reboot has begun.
/// Its order is inconsistent: operations enter by header then mutex, and a release unlinks with the mutex still held.
/// </summary>
internal sealed class RebootGateSessions(Machine machine) : LuoSessions(machine)
{
    public override Result<SessionFd> Create(string name) => TryAllocate(name, out LuoSession? session)
        ? InsertOutgoing(session)
        : new Result<SessionFd>(Errno.EINVAL, null);

    public override Result<SessionFd> Retrieve(string name) => CheckOutIncoming(name);

    public override int Ioctl(LuoSession session, SessionIoctl request)
    {
        Outgoing.Rwsem.EnterReadLock();
        try
        {
            return Outgoing.Rebooting ? Errno.EBUSY : Perform(session, request);
        }
        finally
        {
            Outgoing.Rwsem.ExitReadLock();
        }
    }

    [NoLockAnalysis(Justification = "The inconsistent order of this design is what scenario 22 shows.")]
    public override int Release(LuoSession session)
    {
        if (session.Retrieved)
        {
            return ReleaseIncoming(session);
        }

        bool rebooting;
        Outgoing.Rwsem.EnterReadLock();
        try
        {
            rebooting = Outgoing.Rebooting;
            session.Mutex.Enter();
        }
        finally
        {
            Outgoing.Rwsem.ExitReadLock();
        }

        try
        {
            if (rebooting)
            {
                return Errno.EBUSY;
            }

            session.Files.UnpreserveAll();
            Outgoing.Remove(session);
        }
        finally
        {
            session.Mutex.Exit();
        }

        session.Free();
        return 0;
    }

    [NoLockAnalysis(Justification = "Freezes by a flag: the base contract promises a lock that this design does not have.")]
    public override bool TryFreeze(out int error)
    {
        Outgoing.Rwsem.EnterWriteLock();
        try
        {
            Outgoing.Rebooting = true;
            error = WriteOutgoing();
            Outgoing.Rebooting = error == 0;
            return error == 0;
        }
        finally
        {
            Outgoing.Rwsem.ExitWriteLock();
        }
    }

    public override void DeclareFrozenForEver()
    {
    }

    [NoLockAnalysis(Justification = "Nothing is kept.")]
    public override void ReleaseFrozen()
    {
    }
}
