using System.Runtime.CompilerServices;
using LockGraph.Core;
#if NET
using System.Runtime.InteropServices;
#endif

namespace LockGraph;

/// <summary>A flow of execution, seen by one validator: who holds what, oldest first.</summary>
/// <remarks>
/// A thread has one per validator it meets; replay and tests make their own with <see cref="LockOrderValidator.OpenFlow"/>. Used by one thread
/// at a time. The two fast paths allocate nothing, write nothing that another thread reads, and cost one look-up in a table of this flow.
/// </remarks>
public sealed class ExecutionFlow
{
    /// <summary>Slots of the table of validated chains; a power of two. A collision costs one look-up in the shared table.</summary>
    private const int _knownSlots = 512;

    private const int _knownShift = 64 - 9;

    private readonly KnownChain[] _known = new KnownChain[_knownSlots];

    // Entry 0 stands for "nothing held": every push then has an entry below it.
    private HeldEntries _entries;

    // The place of the newest entry rather than its number: the fast path would wait for the multiplication.
    private nint _top;

    internal ExecutionFlow(LockOrderValidator validator, string name, int number, Thread? thread)
    {
        Validator = validator;
        Name = name;
        Number = number;
        Thread = thread;
    }

    /// <summary>Name of the thread, or the name given.</summary>
    public string Name { get; }

    /// <summary>How many entries are held.</summary>
    public int HeldCount => Depth;

    /// <summary>The mode in which this flow took the lock last and still holds it; <see langword="null"/> when it does not hold it.</summary>
    public LockMode? ModeOf(LockInstance lockInstance)
    {
        int depth = Find(lockInstance);
        return depth == 0 ? null : At(depth).Mode;
    }

    internal LockOrderValidator Validator { get; }

    /// <summary>Number of the flow in its validator; edges remember it to tell one flow from many.</summary>
    internal int Number { get; }

    /// <summary>The thread this flow belongs to; null for an explicit flow.</summary>
    internal Thread? Thread { get; }

    internal int Depth
    {
        get => HeldEntries.DepthAt(_top);
        private set => _top = HeldEntries.PlaceOf(value);
    }

    /// <summary>Above zero while the validator, a sink or a comparison runs on this flow: what it takes then is held but not judged.</summary>
    internal int Guard { get; set; }

    /// <summary>Takes a lock that this flow took here last time, under the same locks: the entry is written already.</summary>
    /// <remarks>
    /// A stamp is unique, so an entry that has it is of this lock, and of this lock's validator. Called straight by the members that users call: through
    /// one more method that returns the answer, the compiler looks the thread's statics up twice for a pair.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryPushAgain(long stamp, string? file, int line)
    {
        nint next = _top + HeldEntries.Step;
        if (next > HeldEntries.LastNear)
        {
            return false;
        }

        ref HeldEntry entry = ref HeldEntries.Near(ref _entries, next);
        if (entry.Stamp != stamp || entry.Line != line || entry.Below != HeldEntries.Near(ref _entries, _top).Whole || !ReferenceEquals(entry.File, file))
        {
            return false;
        }

        _top = next;
        return true;
    }

    /// <summary>Takes a lock whose chain was validated before. False sends the caller to the slow path.</summary>
    internal bool TryPushKnown(LockInstance lockInstance, LockMode mode, string? file, int line, EntryDetail? detail = null)
    {
        ulong probe = ProbeFor(lockInstance.KeyOf(mode), line);
        ref KnownChain known = ref Slot(probe);
        if (known.Probe != probe || (known.Gates != 0 && known.Gates != GateInstances))
        {
            return false;
        }

        Push(lockInstance, (uint)mode, new AcquisitionSite(file, line), detail, isValidated: true);
        return true;
    }

    /// <summary>Releases the newest hold, if it is this plain one. False sends the caller to the slow path.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryPop(long stamp)
    {
        nint top = _top;
        if (top > HeldEntries.LastNear || HeldEntries.Near(ref _entries, top).Stamp != stamp)
        {
            return false;
        }

        _top = top - HeldEntries.Step;
        return true;
    }

    /// <summary>The entry at a depth; 1 is the oldest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref HeldEntry At(int depth) => ref HeldEntries.At(ref _entries, depth);

    /// <summary>The chain and site that an acquisition would have now.</summary>
    internal ulong ProbeFor(ulong key, int line) => ChainHash.At(ChainHash.Extend(At(Depth).Chain, key), line);

    /// <summary>The instances that could be gates of an edge from the innermost held lock.</summary>
    internal ulong GateInstances => Depth < 2 ? 0 : At(Depth - 1).Whole;

    /// <summary>Remembers that a chain needs no look at the graph; <paramref name="gates"/> 0 means whatever instances are held.</summary>
    internal void Remember(ulong probe, ulong gates)
    {
        ref KnownChain slot = ref Slot(probe);
        slot.Probe = probe;
        slot.Gates = gates;
    }

    /// <summary>Pushes without a look at anything.</summary>
    /// <param name="lockInstance">The lock.</param>
    /// <param name="state">Mode and flags.</param>
    /// <param name="site">Where it was taken.</param>
    /// <param name="detail">What only some entries carry.</param>
    /// <param name="isValidated">True when the same push under the same locks needs no judgement.</param>
    internal void Push(LockInstance lockInstance, uint state, in AcquisitionSite site, EntryDetail? detail, bool isValidated = false)
    {
        // One entry above the newest must always be there: the fast path looks at it before it knows whether it may.
        HeldEntries.Reserve(ref _entries, Depth + 2);

        ref HeldEntry below = ref At(Depth);
        ref HeldEntry entry = ref At(Depth + 1);

        // A reference that is there already is not stored again: the write barrier costs more than the comparison.
        if (!ReferenceEquals(entry.Lock, lockInstance))
        {
            entry.Lock = lockInstance;
        }

        if (!ReferenceEquals(entry.File, site.File))
        {
            entry.File = site.File;
        }

        entry.Line = site.Line;
        if (detail is not null)
        {
            entry.Detail = detail;
        }

        entry.State = detail is null ? state & ~EntryState.HasDetail : state | EntryState.HasDetail;
        Link(in below, ref entry);
        entry.Below = isValidated ? below.Whole : HeldEntry.NeverBelow;
        Depth++;
    }

    /// <summary>Cuts an entry out, wherever it is, and re-links the younger ones.</summary>
    internal void RemoveAt(int depth)
    {
        for (int above = depth + 1; above <= Depth; above++)
        {
            At(above - 1) = At(above);
        }

        if (depth < Depth)
        {
            // The entry above the newest is a copy now, and two entries must not share a detail.
            At(Depth).Detail = null;
        }

        Depth--;
        Relink(depth);
    }

    /// <summary>Replaces the state of an entry (another mode, a terminal hold) and re-links the younger ones.</summary>
    internal void Restate(int depth, uint state)
    {
        At(depth).State = state;
        Relink(depth);
    }

    /// <summary>Gives an entry a detail.</summary>
    internal EntryDetail DetailOf(int depth)
    {
        ref HeldEntry entry = ref At(depth);
        if ((entry.State & EntryState.HasDetail) == 0)
        {
            // The detail of an earlier hold at this depth serves again, if it was only a count: a repeated acquisition allocates once.
            if (entry.Detail is { Hold: null, Acquisition: null } spare)
            {
                spare.Repeats = 0;
            }
            else
            {
                entry.Detail = new EntryDetail();
            }

            entry.State |= EntryState.HasDetail;
            entry.Stamp = 0;
        }

        return entry.Detail!;
    }

    /// <summary>Depth of the youngest entry of a lock, or 0.</summary>
    internal int Find(LockInstance lockInstance)
    {
        for (int depth = Depth; depth > 0; depth--)
        {
            if (ReferenceEquals(At(depth).Lock, lockInstance))
            {
                return depth;
            }
        }

        return 0;
    }

    /// <summary>Depth of the youngest entry of a lock in a mode, or 0.</summary>
    internal int Find(LockInstance lockInstance, LockMode mode)
    {
        for (int depth = Depth; depth > 0; depth--)
        {
            ref HeldEntry entry = ref At(depth);
            if (ReferenceEquals(entry.Lock, lockInstance) && entry.Mode == mode)
            {
                return depth;
            }
        }

        return 0;
    }

    /// <summary>Recomputes the hashes of the entries from a depth upwards. What was validated under other locks is so no more.</summary>
    internal void Relink(int from)
    {
        for (int depth = from; depth <= Depth; depth++)
        {
            ref HeldEntry entry = ref At(depth);
            Link(in At(depth - 1), ref entry);
            entry.Below = HeldEntry.NeverBelow;
        }
    }

    private static void Link(in HeldEntry below, ref HeldEntry entry)
    {
        LockInstance held = entry.Lock!;
        long stamp = held.StampOf(entry.Mode);
        entry.Stamp = (entry.State & (EntryState.HasDetail | EntryState.Terminal)) == 0 ? stamp : 0;
        entry.Whole = ChainHash.Extend(below.Whole, (ulong)stamp);
        entry.Chain = ChainHash.Extend(below.Chain, held.KeyOf(entry.Mode));
        if ((entry.State & EntryState.HasDetail) != 0 && entry.Detail!.Acquisition?.WaitType is { } waitType)
        {
            // A wait type of its own decides what may be taken inside, so such a hold starts chains of its own.
            entry.Chain = ChainHash.Extend(entry.Chain, (ulong)waitType + 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref KnownChain Slot(ulong probe)
    {
#if NET
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_known), (nint)(probe >> _knownShift));
#else
        return ref _known[(int)(probe >> _knownShift)];
#endif
    }

    private struct KnownChain
    {
        public ulong Probe;
        public ulong Gates;
    }
}
