namespace LockGraph.Core;

/// <summary>What the graph remembers of one edge, in 24 bytes.</summary>
internal struct EdgeRecord
{
    public long Count;
    public int Outer;
    public int Inner;
    public int Flow;
    public ushort ModePairs;
    public EdgeProvenance Provenance;

    /// <summary>Strengths that are part of the order in the lower half, those kept apart in the upper half.</summary>
    public byte Strengths;

    public byte InOrder
    {
        readonly get => (byte)(Strengths & 15);
        set => Strengths = (byte)((Strengths & 0xF0) | value);
    }

    public byte Apart
    {
        readonly get => (byte)(Strengths >> 4);
        set => Strengths = (byte)((Strengths & 15) | (value << 4));
    }

    public readonly byte Examined => (byte)(InOrder | Apart);

    /// <summary>True when code shows the edge, not only a declaration.</summary>
    public readonly bool InCode => (Provenance & ~EdgeProvenance.Declared) != 0;

    public readonly bool IsRemoved => Outer == Inner;
}

/// <summary>The edges by position, in the order in which they were first seen, with an index by their ends.</summary>
/// <remarks>
/// Positions are valid until the next <see cref="Remove"/>: holes are closed when they are the greater half, so that insertion order
/// survives at constant cost per removal. Gates and witnesses take no room until the first edge has one.
/// </remarks>
internal sealed class EdgeTable
{
    private readonly EdgeIndex _index = new();
    private EdgeRecord[] _records = new EdgeRecord[16];
    private GateSet?[]? _gates;

    // The witness of the strength that plain locks show, or an array by strength once another strength has one.
    private object?[]? _witnesses;
    private int _used;

    public int Count => _index.Count;

    /// <summary>Positions run from 0 to this; some may be removed.</summary>
    public int End => _used;

    public ref EdgeRecord this[int position] => ref _records[position];

    public int Find(int outer, int inner) => _index.Find(outer, inner);

    public int Append(int outer, int inner)
    {
        if (_used == _records.Length)
        {
            Array.Resize(ref _records, _used * 2);
            if (_gates is not null)
            {
                Array.Resize(ref _gates, _records.Length);
            }

            if (_witnesses is not null)
            {
                Array.Resize(ref _witnesses, _records.Length);
            }
        }

        _index.Add(outer, inner, _used);
        _records[_used] = new EdgeRecord { Outer = outer, Inner = inner, Flow = DependencyEdge.NoFlow };
        return _used++;
    }

    public void Remove(int position)
    {
        _index.Remove(_records[position].Outer, _records[position].Inner);
        _records[position] = default;
        SetGates(position, GateSet.Empty);
        if (_witnesses is not null)
        {
            _witnesses[position] = null;
        }

        if (_used > 16 && Count < _used / 2)
        {
            CloseHoles();
        }
    }

    /// <summary>The gates around all occurrences in code.</summary>
    public GateSet Gates(int position) => _gates?[position] ?? GateSet.Empty;

    /// <summary>The gates that excuse the edge. A declaration holds with or without them.</summary>
    public GateSet Excuse(int position) =>
        (_records[position].Provenance & EdgeProvenance.Declared) != 0 ? GateSet.Empty : Gates(position);

    public void SetGates(int position, GateSet gates)
    {
        if (_gates is not null || !gates.IsEmpty)
        {
            _gates ??= new GateSet?[_records.Length];
            _gates[position] = gates.IsEmpty ? null : gates;
        }
    }

    public EdgeWitness? Witness(int position, EdgeStrength strength) => _witnesses?[position] switch
    {
        EdgeWitness?[] all => all[(int)strength],
        EdgeWitness only when strength == EdgeStrength.ExclusiveBlocking => only,
        _ => null,
    };

    public void SetWitness(int position, EdgeStrength strength, EdgeWitness witness)
    {
        _witnesses ??= new object?[_records.Length];
        ref object? kept = ref _witnesses[position];
        if (kept is null && strength == EdgeStrength.ExclusiveBlocking)
        {
            kept = witness;
            return;
        }

        if (kept is not EdgeWitness?[] all)
        {
            all = new EdgeWitness?[EdgeStrengths.Count];
            all[(int)EdgeStrength.ExclusiveBlocking] = (EdgeWitness?)kept;
            kept = all;
        }

        all[(int)strength] = witness;
    }

    public DependencyEdge Describe(int position)
    {
        object? kept = _witnesses?[position];
        IReadOnlyList<EdgeWitness?> witnesses = NoWitnesses;
        if (kept is not null)
        {
            var copy = new EdgeWitness?[EdgeStrengths.Count];
            for (int strength = 0; strength < copy.Length; strength++)
            {
                copy[strength] = Witness(position, (EdgeStrength)strength);
            }

            witnesses = copy;
        }

        return new DependencyEdge(_records[position], Gates(position), witnesses);
    }

    public void CheckInvariants()
    {
        int alive = 0;
        for (int position = 0; position < _used; position++)
        {
            ref EdgeRecord record = ref _records[position];
            if (record.IsRemoved)
            {
                continue;
            }

            alive++;
            Invariant.Holds(_index.Find(record.Outer, record.Inner) == position, "the index leads to every edge");
            Invariant.Holds((record.InOrder & record.Apart) == 0, "a strength is in the order or apart");
            Invariant.Holds(record.Strengths != 0 && record.Count > 0 && record.Provenance != EdgeProvenance.None, "an edge has been seen");
            for (int strength = 0; strength < EdgeStrengths.Count; strength++)
            {
                bool examined = EdgeStrengths.Contains(record.Examined, (EdgeStrength)strength);
                Invariant.Holds(examined == Shows(position, (EdgeStrength)strength), "every strength seen has been examined");
            }
        }

        Invariant.Holds(alive == Count, "the index holds no other edges");
    }

    private static IReadOnlyList<EdgeWitness?> NoWitnesses { get; } = new EdgeWitness?[EdgeStrengths.Count];

    private bool Shows(int position, EdgeStrength strength) => (_records[position].ModePairs & EdgeStrengths.Pairs(strength)) != 0;

    private void CloseHoles()
    {
        int next = 0;
        for (int position = 0; position < _used; position++)
        {
            if (_records[position].IsRemoved)
            {
                continue;
            }

            if (next != position)
            {
                _records[next] = _records[position];
                _index.Move(_records[next].Outer, _records[next].Inner, next);
                if (_gates is not null)
                {
                    _gates[next] = _gates[position];
                }

                if (_witnesses is not null)
                {
                    _witnesses[next] = _witnesses[position];
                }
            }

            next++;
        }

        Array.Clear(_records, next, _used - next);
        if (_gates is not null)
        {
            Array.Clear(_gates, next, _used - next);
        }

        if (_witnesses is not null)
        {
            Array.Clear(_witnesses, next, _used - next);
        }

        _used = next;
    }
}
