using LockGraph.Core;

namespace LockGraph;

/// <summary>One held lock on the stack of a flow: what the next acquisition or a report needs, in one cache line.</summary>
internal struct HeldEntry
{
    /// <summary>
    /// <see cref="LockInstance.StampOf"/> of lock and mode for a plain hold, which the fast path may release or take again; 0 for any other.
    /// </summary>
    public long Stamp;

    /// <summary>
    /// <see cref="Whole"/> of the entry below when this one was validated; <see cref="NeverBelow"/> when it was not. While the entry below is
    /// still that, taking the same lock at the same site again needs no look at anything else.
    /// </summary>
    public ulong Below;

    /// <summary>
    /// Hash of everything held up to and including this one: classes, modes and instances. Under one chain it tells which instances could
    /// be gates.
    /// </summary>
    public ulong Whole;

    /// <summary>Hash of the classes and modes held up to and including this one.</summary>
    public ulong Chain;

    /// <summary>The lock. Stale above the depth, like every field: the same acquisition again finds its entry written already.</summary>
    public LockInstance? Lock;

    /// <summary>Source file of the acquisition; stale like <see cref="Lock"/>.</summary>
    public string? File;

    /// <summary>What the slow path knows beyond the fields: valid only under <see cref="EntryState.HasDetail"/>.</summary>
    public EntryDetail? Detail;

    /// <summary>Source line of the acquisition.</summary>
    public int Line;

    /// <summary>Mode in the low byte, <see cref="EntryState"/> flags above it. Equal to the bare mode for a plain hold.</summary>
    public uint State;

    /// <summary>No entry has this as its <see cref="Whole"/> but by a collision of 64 bits.</summary>
    public const ulong NeverBelow = 0x5EED_0000_0000_0001;

    public readonly LockMode Mode => (LockMode)(byte)State;

    /// <summary>The hold of the logical flow; null for a lock that the thread owns.</summary>
    public readonly FlowHold? Hold => (State & EntryState.HasDetail) != 0 ? Detail!.Hold : null;
}

/// <summary>Flags of <see cref="HeldEntry.State"/>.</summary>
internal static class EntryState
{
    public const uint ModeMask = 0xFF;

    /// <summary><see cref="HeldEntry.Detail"/> is valid; such an entry has no stamp.</summary>
    public const uint HasDetail = 0x100;

    /// <summary>Accepted under a nest lock: no slot of its own.</summary>
    public const uint SharesSlot = 0x200;

    /// <summary>Held for ever by declaration.</summary>
    public const uint Terminal = 0x400;

    /// <summary>Obtained by a try or a timed wait.</summary>
    public const uint Tried = 0x800;
}

/// <summary>What only some held entries carry.</summary>
internal sealed class EntryDetail
{
    /// <summary>How often the holder took the instance again.</summary>
    public int Repeats { get; set; }

    /// <summary>The acquisition as judged, when it was asked for with options of its own.</summary>
    public Acquisition? Acquisition { get; set; }

    /// <summary>The hold of the logical flow, for a lock that a flow owns.</summary>
    public FlowHold? Hold { get; set; }
}
