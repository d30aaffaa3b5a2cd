using LockGraph;
using Luo.Kernel;

namespace Luo.Mutations;

/// <summary>
/// Release unlinks the session before it drops its mutex: <c>M -&gt; O</c> against the <c>O -&gt; M</c> of serialization.
/// </summary>
[NoLockAnalysis(Justification = "Seeded inversion.")]
internal sealed class LateUnlockSessions(Machine machine) : LuoSessions(machine)
{
    public override int Release(LuoSession session)
    {
        SerializeRwsem.EnterReadLock();
        try
        {
            using (session.Mutex.EnterScope())
            {
                session.Files.UnpreserveAll();
                Outgoing.Remove(session);
            }

            session.Free();
            return 0;
        }
        finally
        {
            SerializeRwsem.ExitReadLock();
        }
    }
}

/// <summary>An ioctl takes the session mutex first and asks whether the subsystem is frozen afterwards.</summary>
[NoLockAnalysis(Justification = "Seeded inversion.")]
internal sealed class MutexFirstSessions(Machine machine) : LuoSessions(machine)
{
    public const string MutexHeld = "mutated ioctl: mutex held";

    public override int Ioctl(LuoSession session, SessionIoctl request)
    {
        using (session.Mutex.EnterScope())
        {
            Machine.Probes.Hit(MutexHeld);
            SerializeRwsem.EnterReadLock();
            try
            {
                return session.Files.Preserve(request.Token, request.File);
            }
            finally
            {
                SerializeRwsem.ExitReadLock();
            }
        }
    }
}

/// <summary>Create makes the session's file without the session's mutex.</summary>
[NoLockAnalysis(Justification = "Seeded breach of a contract.")]
internal sealed class UnlockedFileSessions(Machine machine) : LuoSessions(machine)
{
    public override Result<SessionFd> Create(string name)
    {
        if (!TryAllocate(name, out LuoSession? session))
        {
            return new Result<SessionFd>(Errno.EINVAL, null);
        }

        SerializeRwsem.EnterReadLock();
        try
        {
            int error = Outgoing.Insert(session);
            if (error < 0)
            {
                return new Result<SessionFd>(error, null);
            }

            error = GetFile(session, out SessionFd? file);
            return new Result<SessionFd>(error, file);
        }
        finally
        {
            SerializeRwsem.ExitReadLock();
        }
    }
}

/// <summary>Registration runs the self-test of a handler before it drops the register lock, which the self-test takes as well.</summary>
[NoLockAnalysis(Justification = "Seeded recursion.")]
internal sealed class SelfTestUnderLockFiles(Machine machine) : LuoFiles(machine)
{
    public override int Register(FileHandler handler)
    {
        Machine.Core.RegisterRwlock.EnterWriteLock();
        try
        {
            int error = Add(handler);
            if (error == 0)
            {
                handler.SelfTest?.Invoke();
            }

            return error;
        }
        finally
        {
            Machine.Core.RegisterRwlock.ExitWriteLock();
        }
    }
}
