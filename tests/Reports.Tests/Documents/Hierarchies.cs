using LockGraph.Core;

namespace LockGraph.Reports.Tests.Documents;

/// <summary>The hierarchies whose documents people have read: five locks, one with a ring, three hundred.</summary>
internal static class Hierarchies
{
    private const EdgeProvenance _declared = EdgeProvenance.Declared;
    private const EdgeProvenance _static = EdgeProvenance.Static;
    private const EdgeProvenance _observed = EdgeProvenance.Observed;

    /// <summary>Five locks of the Live Update Orchestrator.</summary>
    public static SnapshotBuilder Luo() => new SnapshotBuilder()
        .Lock("luo_session_serialize_rwsem", "TrackedReaderWriterLock", "every session, against the writer that serializes", file: "LuoSession.cs",
            takers: [("LuoSession.Serialize", LockMode.Write), ("LuoSession.Create", LockMode.Read), ("LuoSession.Ioctl", LockMode.Read), ("LuoSession.Release", LockMode.Read)])
        .Lock("luo_session_global.outgoing.rwsem", "TrackedReaderWriterLock", "the list of outgoing sessions", file: "LuoSessionHeader.cs",
            takers: [("LuoSession.Serialize", LockMode.Write), ("LuoSessionHeader.Insert", LockMode.Write), ("LuoSessionHeader.Remove", LockMode.Write)])
        .Lock("&session->mutex", "TrackedMonitor", "the files of one session", maxHeld: 1, file: "LuoSession.cs", reentrant: false,
            takers: [("LuoSession.Ioctl", LockMode.Write), ("LuoSession.Freeze", LockMode.Write)])
        .Lock("&luo_file->mutex", "TrackedMonitor", "state of one preserved file", orderKey: "Token", file: "LuoFile.cs",
            takers: [("LuoFile.Preserve", LockMode.Write), ("LuoFile.Freeze", LockMode.Write)])
        .Lock("&mm->mmap_lock", "TrackedReaderWriterLock", "the address space, while the reply is copied", file: "AddressSpace.cs",
            takers: [("AddressSpace.CopyToUser", LockMode.Read)])
        .Edge("luo_session_serialize_rwsem", "luo_session_global.outgoing.rwsem", _declared | _static | _observed, member: "LuoSession.Serialize")
        .Edge("luo_session_serialize_rwsem", "&session->mutex", _static | _observed, LockMode.Read, member: "LuoSession.Ioctl")
        .Edge("luo_session_global.outgoing.rwsem", "&session->mutex", _declared | _static | _observed, member: "LuoSession.Freeze")
        .Edge("&session->mutex", "&luo_file->mutex", _declared | _static, member: "LuoFile.Freeze")
        .Edge("&session->mutex", "&mm->mmap_lock", _observed, LockMode.Write, LockMode.Read, member: "AddressSpace.CopyToUser")
        .Edge("&luo_file->mutex", "&mm->mmap_lock", _declared)
        .Chain("Luo: [LockOrder(\"luo_session_serialize_rwsem\", \"luo_session_global.outgoing.rwsem\", \"&session->mutex\", \"&luo_file->mutex\")]",
            "luo_session_serialize_rwsem", "luo_session_global.outgoing.rwsem", "&session->mutex", "&luo_file->mutex")
        .Chain("LockOrder.cs:31", "&luo_file->mutex", "&mm->mmap_lock")
        .Strict("luo_session_serialize_rwsem", "luo_session_global.outgoing.rwsem", "&session->mutex", "&luo_file->mutex");

    /// <summary>A bank whose audit goes the other way, with generics, ranks, a gate and quotes in names.</summary>
    public static SnapshotBuilder Ring() => new SnapshotBuilder()
        .Lock("Bank.Branch._vault", protects: "cash | coins", file: "Branch.cs", takers: [("Branch.Open", LockMode.Write)])
        .Lock("Bank.Account._gate", protects: "the balance", file: "Account.cs", takers: [("Account.Transfer", LockMode.Write), ("Account.Close", LockMode.Write)])
        .Lock("Bank.Account._gate", rank: 1, file: "Account.cs", takers: [("Account.Transfer", LockMode.Write)])
        .Lock("Bank.Audit._log", "TrackedMonitor", "the <audit> trail", file: "Audit.cs", reentrant: true, takers: [("Audit.Flush", LockMode.Write)])
        .Lock("Bank.Pool<T>.Shard<TKey,TValue>._free", "TrackedSpinLock", "the free list", file: "Pool.cs", takers: [("Pool<T>.Rent", LockMode.Write)])
        .Lock("Bank.\"quoted\" `name`; [x] # end", file: "Odd.cs", takers: [("Odd.Run", LockMode.Write)])
        .Lock("Bank.Limits.Refresh", "Task", isPseudo: true, file: "Limits.cs")
        .Lock("Other.Clock._tick", file: "Clock.cs", takers: [("Clock.Tick", LockMode.Write)])
        .Edge("Bank.Branch._vault", "Bank.Account._gate", _static, member: "Branch.Open")
        .Edge("Bank.Account._gate", "Bank.Account._gate#1", _static | _observed, member: "Account.Transfer")
        .Edge("Bank.Account._gate", "Bank.Audit._log", _observed, member: "Account.Close")
        .Edge("Bank.Audit._log", "Bank.Account._gate", _static, member: "Audit.Flush", closesCycle: true)
        .Edge("Bank.Audit._log", "Bank.Pool<T>.Shard<TKey,TValue>._free", _static | _observed, member: "Audit.Flush", gates: ["Bank.Branch._vault #1"])
        .Edge("Bank.Account._gate#1", "Bank.\"quoted\" `name`; [x] # end", _observed, member: "Odd.Run")
        .Edge("Bank.Branch._vault", "Bank.Limits.Refresh", _static, member: "Branch.Open")
        .Chain("Order.cs:3", "Bank.Branch._vault", "Bank.Account._gate")
        .Chain("Order.cs:4", "Bank.Branch._vault", "Bank.Gone._lock")
        .Inversion("Bank.Account._gate", "Bank.Audit._log", "Account.Close", "Audit.Flush")
        .Nested("Bank.Branch._vault", "Branch.Open");

    /// <summary>Three hundred generated locks in twelve areas of a shop: some areas use others, two use each other, three locks form a ring.</summary>
    public static SnapshotBuilder Large()
    {
        (string Area, int[] Uses)[] areas =
        [
            ("Web", [1, 2, 3, 6]), ("Orders", [4, 5]), ("Search", [7, 9]), ("Users", [5, 7]), ("Stock", [9, 8]), ("Billing", [8, 10]),
            ("Mail", [8, 11]), ("Cache", [9]), ("Jobs", [6, 11]), ("Storage", [10, 11]), ("Network", [11]), ("Logging", []),
        ];
        const int locksPerArea = 25;
        const int locksPerType = 5;
        var builder = new SnapshotBuilder();
        var names = new List<string>();
        foreach ((string area, _) in areas)
        {
            for (int at = 0; at < locksPerArea; at++)
            {
                string name = $"Shop.{area}.Service{at / locksPerType}._lock{at % locksPerType}";
                names.Add(name);
                builder.Lock(name, at % 4 == 0 ? "TrackedReaderWriterLock" : "TrackedLock", file: area + ".cs", takers: [($"{area}{at / locksPerType}.Work{at}", LockMode.Write)]);
            }
        }

        // A fixed linear congruence: the same three hundred on every machine.
        uint state = 2026;
        int Next(int below)
        {
            state = (state * 1664525) + 1013904223;
            return (int)((state >> 8) % (uint)below);
        }

        var known = new HashSet<(int, int)>();
        void Edge(int outer, int inner)
        {
            if (known.Add((outer, inner)))
            {
                builder.Edge(names[outer], names[inner], Next(3) == 0 ? _static | _observed : _static, member: $"{areas[outer / locksPerArea].Area}.Work{outer}");
            }
        }

        for (int outer = 0; outer < names.Count; outer++)
        {
            (int area, int at) = (outer / locksPerArea, outer % locksPerArea);
            if (at + 1 < locksPerArea)
            {
                Edge(outer, outer + 1 + Next(Math.Min(6, locksPerArea - at - 1)));
            }

            int[] uses = areas[area].Uses;
            if (uses.Length > 0 && Next(2) == 0)
            {
                // Mail and jobs use each other, and no ring comes of it: mail only the later half of jobs, jobs the later half of mail.
                int inner = uses[Next(uses.Length)];
                bool isMutual = (area, inner) is (6, 8) or (8, 6);
                Edge(outer, (inner * locksPerArea) + (isMutual ? 20 + Next(5) : Next(locksPerArea)));
            }
        }

        const int first = (2 * locksPerArea) + 3;
        const int second = (7 * locksPerArea) + 2;
        const int third = (7 * locksPerArea) + 9;
        Edge(first, second);
        Edge(second, third);
        return builder
            .Edge(names[third], names[first], _observed, member: "Cache.Refill", closesCycle: true)
            .Chain("Shop: [LockOrder(…)]", names[0], names[25], names[299])
            .Inversion(names[first], names[third], "Search.Fill", "Cache.Refill");
    }
}
