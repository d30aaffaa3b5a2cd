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
    private const int PageBits = 9;
    private const int PageSize = 1 << PageBits;

    private readonly EdgeIndex _index = new();
    private readonly List<Page> _pages = [];
    private int _used;

    public int Count => _index.Count;

    /// <summary>Positions run from 0 to this; some may be removed.</summary>
    public int End => _used;

    public ref EdgeRecord this[int position] => ref PageOf(position).Records[position & (PageSize - 1)];

    public int Find(int outer, int inner) => _index.Find(outer, inner);

    public int Append(int outer, int inner)
    {
        if (_used == _pages.Count * PageSize)
        {
            _pages.Add(new Page());
        }

        _index.Add(outer, inner, _used);
        this[_used] = new EdgeRecord { Outer = outer, Inner = inner, Flow = DependencyEdge.NoFlow };
        return _used++;
    }

    public void Remove(int position)
    {
        _index.Remove(this[position].Outer, this[position].Inner);
        PageOf(position).Clear(position & (PageSize - 1));
        if (_used > 16 && Count < _used / 2)
        {
            CloseHoles();
        }
    }

    /// <summary>The gates around all occurrences in code.</summary>
    public GateSet Gates(int position) => PageOf(position).Gates?[position & (PageSize - 1)] ?? GateSet.Empty;

    /// <summary>The gates that excuse the edge. A declaration holds with or without them.</summary>
    public GateSet Excuse(int position) =>
        (this[position].Provenance & EdgeProvenance.Declared) != 0 ? GateSet.Empty : Gates(position);

    public void SetGates(int position, GateSet gates)
    {
        Page page = PageOf(position);
        if (page.Gates is not null || !gates.IsEmpty)
        {
            page.Gates ??= new GateSet?[PageSize];
            page.Gates[position & (PageSize - 1)] = gates.IsEmpty ? null : gates;
        }
    }

    public EdgeWitness? Witness(int position, EdgeStrength strength) => PageOf(position).Witnesses?[position & (PageSize - 1)] switch
    {
        EdgeWitness?[] all => all[(int)strength],
        EdgeWitness only when strength == EdgeStrength.ExclusiveBlocking => only,
        _ => null,
    };

    public void SetWitness(int position, EdgeStrength strength, EdgeWitness witness)
    {
        Page page = PageOf(position);
        page.Witnesses ??= new object?[PageSize];
        ref object? kept = ref page.Witnesses[position & (PageSize - 1)];
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
        IReadOnlyList<EdgeWitness?> witnesses = NoWitnesses;
        if (PageOf(position).Witnesses?[position & (PageSize - 1)] is not null)
        {
            var copy = new EdgeWitness?[EdgeStrengths.Count];
            for (int strength = 0; strength < copy.Length; strength++)
            {
                copy[strength] = Witness(position, (EdgeStrength)strength);
            }

            witnesses = copy;
        }

        return new DependencyEdge(this[position], Gates(position), witnesses);
    }

    public void CheckInvariants()
    {
        int alive = 0;
        for (int position = 0; position < _used; position++)
        {
            ref EdgeRecord record = ref this[position];
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

    private bool Shows(int position, EdgeStrength strength) => (this[position].ModePairs & EdgeStrengths.Pairs(strength)) != 0;

    private Page PageOf(int position) => _pages[position >> PageBits];

    private void CloseHoles()
    {
        int next = 0;
        for (int position = 0; position < _used; position++)
        {
            if (this[position].IsRemoved)
            {
                continue;
            }

            if (next != position)
            {
                PageOf(position).MoveTo(PageOf(next), position & (PageSize - 1), next & (PageSize - 1));
                _index.Move(this[next].Outer, this[next].Inner, next);
            }

            next++;
        }

        int pages = (next + PageSize - 1) >> PageBits;
        _pages.RemoveRange(pages, _pages.Count - pages);
        _used = next;
    }

    /// <summary>A run of edges. Pages never move, so growing copies nothing.</summary>
    private sealed class Page
    {
        public readonly EdgeRecord[] Records = new EdgeRecord[PageSize];

        public GateSet?[]? Gates;

        // The witness of the strength that plain locks show, or an array by strength once another strength has one.
        public object?[]? Witnesses;

        public void Clear(int slot)
        {
            Records[slot] = default;
            if (Gates is not null)
            {
                Gates[slot] = null;
            }

            if (Witnesses is not null)
            {
                Witnesses[slot] = null;
            }
        }

        public void MoveTo(Page target, int source, int slot)
        {
            target.Records[slot] = Records[source];
            if (Gates is not null || target.Gates is not null)
            {
                (target.Gates ??= new GateSet?[PageSize])[slot] = Gates?[source];
            }

            if (Witnesses is not null || target.Witnesses is not null)
            {
                (target.Witnesses ??= new object?[PageSize])[slot] = Witnesses?[source];
            }

            Clear(source);
        }
    }
}
