using LockGraph;
using Luo.Kernel;

namespace Luo.Policies;

/// <summary>
/// Before the patch: no lock keeps session operations away from serialization, and retrieving a session drops the header lock before
/// it takes the session mutex. No rule of order is broken, and yet updates get lost.
/// </summary>
internal class UnprotectedSessions(Machine machine) : LuoSessions(machine)
{
    public override Result<SessionFd> Create(string name) => TryAllocate(name, out LuoSession? session)
        ? InsertOutgoing(session)
        : new Result<SessionFd>(Errno.EINVAL, null);

    public override Result<SessionFd> Retrieve(string name)
    {
        LuoSession? session;
        Incoming.Rwsem.EnterReadLock();
        try
        {
            session = Incoming.Find(name);
        }
        finally
        {
            Incoming.Rwsem.ExitReadLock();
        }

        if (session is null)
        {
            return new Result<SessionFd>(Errno.ENOENT, null);
        }

        // Nothing holds the session here: another task may free it.
        Machine.Probes.Hit(Kprobes.RetrieveWindow);
        using (session.Mutex.EnterScope())
        {
            return CheckOut(session);
        }
    }

    public override int Ioctl(LuoSession session, SessionIoctl request) => Perform(session, request);

    public override int Release(LuoSession session) => session.Retrieved ? ReleaseIncoming(session) : ReleaseOutgoing(session);

    [NoLockAnalysis(Justification = "Freezes nothing: the base contract promises a lock that this design does not have.")]
    public override bool TryFreeze(out int error)
    {
        error = SerializeOutgoing();
        return error == 0;
    }

    public override void DeclareFrozenForEver()
    {
    }

    [NoLockAnalysis(Justification = "Nothing is kept.")]
    public override void ReleaseFrozen()
    {
    }
}
