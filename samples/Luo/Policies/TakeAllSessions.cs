using LockGraph;
using Luo.Kernel;

namespace Luo.Policies;

/// <summary>
/// Serialization takes the mutex of every session and keeps it. The number of locks held grows with the number of sessions, and the
/// mutexes are one class, so that some argument for their order is needed.
/// </summary>
internal sealed class TakeAllSessions(Machine machine) : LuoSessions(machine)
{
    private readonly Stack<LuoSession> _taken = new();

    public override Result<SessionFd> Create(string name)
    {
        if (!TryAllocate(name, out LuoSession? session))
        {
            return new Result<SessionFd>(Errno.EINVAL, null);
        }

        if (Machine.Config.Annotation == TakeAllAnnotation.Ordered)
        {
            session.Mutex.OrderKey = session.Id;
        }

        return InsertOutgoing(session);
    }

    public override Result<SessionFd> Retrieve(string name) =>
        throw new NotSupportedException("This design was only ever discussed for the outgoing side.");

    public override int Ioctl(LuoSession session, SessionIoctl request) => Perform(session, request);

    public override int Release(LuoSession session) => ReleaseOutgoing(session);

    [NoLockAnalysis(Justification = "Takes an unbounded number of locks: what scenarios 9 to 11 show.")]
    public override bool TryFreeze(out int error)
    {
        error = 0;
        bool keep = false;
        if (Machine.Config.TakesHeader)
        {
            Outgoing.Rwsem.EnterWriteLock();
        }

        try
        {
            foreach (LuoSession session in Outgoing.List)
            {
                // An operation on one session needs no nest lock; only this walk claims it.
                session.Mutex.NestLock = Machine.Config.Annotation == TakeAllAnnotation.NestLock ? Outgoing.Rwsem : null;
                session.Mutex.Enter();
                _taken.Push(session);
            }

            error = WriteTaken();
            keep = error == 0;
            return keep;
        }
        finally
        {
            if (!keep)
            {
                ReleaseFrozen();
            }
        }
    }

    public override void DeclareFrozenForEver()
    {
        foreach (LuoSession session in _taken)
        {
            session.Mutex.DeclareTerminalHold();
        }

        if (Machine.Config.TakesHeader)
        {
            Outgoing.Rwsem.DeclareTerminalHold();
        }
    }

    [NoLockAnalysis(Justification = "Releases what TryFreeze keeps.")]
    public override void ReleaseFrozen()
    {
        while (_taken.TryPop(out LuoSession? session))
        {
            session.Mutex.Exit();
            session.Mutex.NestLock = null;
        }

        if (Machine.Config.TakesHeader)
        {
            Outgoing.Rwsem.ExitWriteLock();
        }
    }

    [NoLockAnalysis(Justification = "All session mutexes are held.")]
    private int WriteTaken()
    {
        var written = new List<SerializedSession>(Outgoing.Count);
        foreach (LuoSession session in Outgoing.List)
        {
            int error = session.Files.Freeze(out IReadOnlyList<SerializedFile> files);
            if (error < 0)
            {
                for (int i = written.Count - 1; i >= 0; i--)
                {
                    Outgoing.List[i].Files.Unfreeze();
                }

                return error;
            }

            written.Add(new SerializedSession(session.Name, files));
        }

        Outgoing.Written = written;
        return 0;
    }
}
