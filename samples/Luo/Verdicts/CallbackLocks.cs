using LockGraph;
using Luo.Kernel;

namespace Luo.Verdicts;

/// <summary>Which locks the patched kernel holds around each handler callback.</summary>
[NoLockAnalysis(Justification = "An oracle: it asks what is held and takes nothing.")]
internal static class CallbackLocks
{
    /// <summary>Says how the locks held now differ from those that belong to the callback; null when they do not.</summary>
    public static string? Mismatch(Machine machine, HandlerCallback callback, LuoSession session, LuoFile? file)
    {
        if (machine.Config is not { Policy: Policy.SerializeRwsem, Generation: >= Generation.V3 })
        {
            return null;
        }

        string expected = Expected(callback);
        string held = Held(machine, session, file);
        return held == expected ? null : $"{callback} runs under {held} and should under {expected}";
    }

    /// <summary>The locks of LUO that the calling thread holds, outermost first.</summary>
    public static IEnumerable<LockInstance> HeldNow(Machine machine) => All(machine).Where(instance => instance.IsHeldByCurrentFlow);

    private static string Expected(HandlerCallback callback) => callback switch
    {
        HandlerCallback.CanPreserve => "S(R) M G(R)",
        HandlerCallback.Preserve or HandlerCallback.Unpreserve => "S(R) M",
        HandlerCallback.Freeze or HandlerCallback.Unfreeze => "T S(W) O(W) M F",
        _ => "S(R) M F",
    };

    private static string Held(Machine machine, LuoSession session, LuoFile? file)
    {
        var held = new List<string>();
        if (machine.Kexec.SystemTransitionMutex.IsHeldByCurrentFlow)
        {
            held.Add("T");
        }

        Add("S", machine.Sessions.SerializeRwsem);
        Add("O", machine.Sessions.Outgoing.Rwsem);
        Add("I", machine.Sessions.Incoming.Rwsem);
        if (session.Mutex.IsHeldByCurrentFlow)
        {
            held.Add("M");
        }

        if (file is { IsMutexHeld: true })
        {
            held.Add("F");
        }

        Add("G", machine.Core.RegisterRwlock);
        return string.Join(' ', held);

        void Add(string symbol, TrackedReaderWriterLock rwsem)
        {
            if (rwsem.IsHeldByCurrentFlow)
            {
                held.Add(symbol + (rwsem.IsWriteLockHeld ? "(W)" : "(R)"));
            }
        }
    }

    private static IEnumerable<LockInstance> All(Machine machine) =>
    [
        machine.Kexec.SystemTransitionMutex,
        machine.Sessions.SerializeRwsem,
        machine.Sessions.Outgoing.Rwsem,
        machine.Sessions.Incoming.Rwsem,
        .. machine.Sessions.Outgoing.List.Concat(machine.Sessions.Incoming.List).Select(session => session.Mutex),
        machine.Core.RegisterRwlock,
    ];
}
