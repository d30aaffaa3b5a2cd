namespace LockGraph.Core;

/// <summary>All that is known of one edge: the inner lock was requested, or may be, while the outer one is held. A copy of one moment.</summary>
public readonly struct DependencyEdge
{
    /// <summary>The value of <see cref="Flow"/> when more than one flow showed the edge.</summary>
    public const int ManyFlows = -1;

    /// <summary>The value of <see cref="Flow"/> when the edge is declared and no flow showed it.</summary>
    public const int NoFlow = -2;

    private readonly IReadOnlyList<EdgeWitness?>? _witnesses;

    internal DependencyEdge(in EdgeRecord record, GateSet gates, IReadOnlyList<EdgeWitness?> witnesses)
    {
        Outer = record.Outer;
        Inner = record.Inner;
        ModePairBits = record.ModePairs;
        Gates = gates;
        Flow = record.Flow;
        Count = record.Count;
        Provenance = record.Provenance;
        ClosesCycle = record.Apart != 0;
        _witnesses = witnesses;
    }

    /// <summary>Node of the lock that is held.</summary>
    public int Outer { get; }

    /// <summary>Node of the lock that is requested.</summary>
    public int Inner { get; }

    /// <summary>The mode pairs seen: bit <c>4 * outer mode + inner mode</c>.</summary>
    public int ModePairBits { get; }

    /// <summary>
    /// Instances held exclusively around every occurrence in code (declarations apart); empty when there is none.
    /// They excuse the edge only when it is not declared, too.
    /// </summary>
    public GateSet Gates { get; }

    /// <summary>The one flow that showed the edge in code, <see cref="ManyFlows"/> or <see cref="NoFlow"/>.</summary>
    public int Flow { get; }

    /// <summary>Number of occurrences given to the graph.</summary>
    public long Count { get; }

    /// <summary>Every witness the edge has.</summary>
    public EdgeProvenance Provenance { get; }

    /// <summary>True when the edge, in at least one of its strengths, closes a cycle and is kept apart from the order for it.</summary>
    public bool ClosesCycle { get; }

    /// <summary>The mode pairs seen, by outer mode, then inner mode.</summary>
    public IEnumerable<(LockMode Outer, LockMode Inner)> ModePairs
    {
        get
        {
            for (int rest = ModePairBits; rest != 0; rest &= rest - 1)
            {
                yield return EdgeStrengths.FirstPair(rest);
            }
        }
    }

    /// <summary>The witness of the strongest strength that has one; <see langword="null"/> when none was kept.</summary>
    public EdgeWitness? Witness
    {
        get
        {
            for (int strength = EdgeStrengths.Count - 1; strength >= 0; strength--)
            {
                if (WitnessOf((EdgeStrength)strength) is { } witness)
                {
                    return witness;
                }
            }

            return null;
        }
    }

    /// <summary>True when the edge was seen with these modes.</summary>
    public bool HasModes(LockMode outer, LockMode inner) => (ModePairBits & EdgeStrengths.PairBit(outer, inner)) != 0;

    /// <summary>True when the edge was seen with this strength.</summary>
    public bool HasStrength(EdgeStrength strength) => (ModePairBits & EdgeStrengths.Pairs(strength)) != 0;

    /// <summary>The first code that showed the edge with this strength; <see langword="null"/> when none was kept.</summary>
    public EdgeWitness? WitnessOf(EdgeStrength strength) => _witnesses?[(int)strength];

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Outer} > {Inner}");
}
