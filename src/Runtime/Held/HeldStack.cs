using LockGraph.Core;

namespace LockGraph;

/// <summary>Turns the entries of a flow into what the judge reads.</summary>
internal static class HeldStack
{
    /// <summary>Drops entries whose hold was ended elsewhere: the lock of a flow may be released from another thread.</summary>
    public static void Purge(ExecutionFlow flow)
    {
        for (int depth = flow.HeldCount; depth > 0; depth--)
        {
            ref HeldEntry entry = ref flow.At(depth);
            if (entry.Hold is { IsOver: true })
            {
                flow.RemoveAt(depth);
            }
        }
    }

    /// <summary>True when a flow holds a lock: not when it waits for it, nor when the hold was ended elsewhere.</summary>
    public static bool Holds(ExecutionFlow flow, LockInstance lockInstance)
    {
        for (int depth = flow.HeldCount; depth > 0; depth--)
        {
            ref HeldEntry entry = ref flow.At(depth);
            if (ReferenceEquals(entry.Lock, lockInstance) && entry.Hold is not { IsHeld: false })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when a lock of the flow is still to be granted: what is validated beside it is so only until it is.</summary>
    public static bool AwaitsGrant(ExecutionFlow flow)
    {
        for (int depth = flow.HeldCount; depth > 0; depth--)
        {
            ref HeldEntry entry = ref flow.At(depth);
            if (entry.Hold is { IsHeld: false })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a flow holds, oldest first. A hold that was not granted yet is not held.</summary>
    /// <param name="flow">The flow; its thread is this one, or waits.</param>
    /// <param name="stacks">Where the first stacks of sites are.</param>
    /// <param name="count">How many entries to take, from the oldest; negative for all.</param>
    public static List<HeldLock> Describe(ExecutionFlow flow, StackCapture stacks, int count = -1)
    {
        int most = count < 0 ? flow.HeldCount : count;
        var held = new List<HeldLock>(most);
        for (int depth = 1; depth <= most; depth++)
        {
            ref HeldEntry entry = ref flow.At(depth);
            EntryDetail? detail = (entry.State & EntryState.HasDetail) != 0 ? entry.Detail : null;
            if (detail?.Hold is { IsHeld: false })
            {
                continue;
            }

            held.Add(new HeldLock(detail?.Acquisition ?? Describe(in entry, stacks))
            {
                IsTerminal = (entry.State & EntryState.Terminal) != 0,
                SharesSlot = (entry.State & EntryState.SharesSlot) != 0,
            });
        }

        return held;
    }

    /// <summary>A request as an acquisition.</summary>
    public static Acquisition Describe(in AcquisitionRequest request, StackCapture stacks)
    {
        LockInstance wanted = request.Lock;
        LockInstance? nestLock = request.NestLock ?? wanted.NestLock;
        return new Acquisition(wanted.Class, wanted.Id)
        {
            InstanceLabel = wanted.ReportLabel,
            Mode = request.Mode,
            Kind = request.Kind,
            Subclass = wanted.Subclass,
            OrderKey = wanted.OrderKey,
            NestLock = nestLock?.Id ?? 0,
            NestLockName = nestLock?.ToString(),
            WaitType = request.WaitType,
            Reentrant = request.Reentrant,
            Site = request.Site,
            Stack = stacks.First(wanted.Node, request.Site),
        };
    }

    private static Acquisition Describe(in HeldEntry entry, StackCapture stacks)
    {
        LockInstance held = entry.Lock!;
        var site = new AcquisitionSite(entry.File, entry.Line);
        return new Acquisition(held.Class, held.Id)
        {
            InstanceLabel = held.ReportLabel,
            Mode = entry.Mode,
            Kind = (entry.State & EntryState.Tried) != 0 ? AcquisitionKind.Try : AcquisitionKind.Blocking,
            Subclass = held.Subclass,
            OrderKey = held.OrderKey,
            NestLock = held.NestLock?.Id ?? 0,
            NestLockName = held.NestLock?.ToString(),
            Site = site,
            Stack = stacks.First(held.Node, site),
        };
    }

    internal static HeldLock? Find(this LockInstance wanted, List<HeldLock> held) => held.Find(entry => entry.Acquisition.Instance == wanted.Id);
}
