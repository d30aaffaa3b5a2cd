namespace LockGraph.Core;

/// <summary>What one occurrence changed.</summary>
public readonly struct EdgeObservation
{
    private readonly IReadOnlyList<LockOrderCycle>? _cycles;

    internal EdgeObservation(bool isNew, bool gatesShrank, IReadOnlyList<LockOrderCycle>? cycles)
    {
        IsNew = isNew;
        GatesShrank = gatesShrank;
        _cycles = cycles;
    }

    /// <summary>True when the pair of nodes had no edge before.</summary>
    public bool IsNew { get; }

    /// <summary>True when a known edge lost gates: fewer excuse it now, because it was seen without them or was declared.</summary>
    public bool GatesShrank { get; }

    /// <summary>Cycles to report now, the one closed by this occurrence first; almost always empty.</summary>
    public IReadOnlyList<LockOrderCycle> Cycles => _cycles ?? [];
}
