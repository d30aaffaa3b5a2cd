namespace LockGraph.Core;

/// <summary>Finds the position of an edge by its two ends: an open-addressing hash table.</summary>
/// <remarks>
/// Keys lie in the slots, so that a look-up touches one cache line in the common case. An edge never joins a node to itself, which
/// leaves the pair (0, 0) to mark an empty slot. 12 bytes a slot, filled to at most three quarters.
/// </remarks>
internal sealed class EdgeIndex
{
    private const int SmallestBits = 4;

    private Slot[] _slots = new Slot[1 << SmallestBits];
    private int _shift = 64 - SmallestBits;

    public int Count { get; private set; }

    /// <summary>The position of the edge, or -1.</summary>
    public int Find(int outer, int inner)
    {
        Slot[] slots = _slots;
        for (int at = Home(outer, inner); ; at = (at + 1) & (slots.Length - 1))
        {
            ref Slot slot = ref slots[at];
            if (slot.Outer == outer && slot.Inner == inner)
            {
                return slot.Position;
            }

            if (slot.IsEmpty)
            {
                return -1;
            }
        }
    }

    /// <summary>Adds an edge that is not there yet.</summary>
    public void Add(int outer, int inner, int position)
    {
        if ((Count + 1) * 4L > _slots.Length * 3L)
        {
            Grow();
        }

        Place(new Slot { Outer = outer, Inner = inner, Position = position });
        Count++;
    }

    /// <summary>Changes the position of an edge that is there.</summary>
    public void Move(int outer, int inner, int position) => _slots[SlotOf(outer, inner)].Position = position;

    /// <summary>Removes an edge that is there.</summary>
    public void Remove(int outer, int inner)
    {
        int mask = _slots.Length - 1;
        int hole = SlotOf(outer, inner);
        for (int at = (hole + 1) & mask; !_slots[at].IsEmpty; at = (at + 1) & mask)
        {
            // A follower may fill the hole unless its own probe starts behind the hole: look-ups stop at empty slots.
            int home = Home(_slots[at].Outer, _slots[at].Inner);
            if (((at - home) & mask) >= ((at - hole) & mask))
            {
                _slots[hole] = _slots[at];
                hole = at;
            }
        }

        _slots[hole] = default;
        Count--;
    }

    private int SlotOf(int outer, int inner)
    {
        int at = Home(outer, inner);
        while (_slots[at].Outer != outer || _slots[at].Inner != inner)
        {
            if (_slots[at].IsEmpty)
            {
                throw new InvalidOperationException(FormattableString.Invariant($"No edge {outer} > {inner}."));
            }

            at = (at + 1) & (_slots.Length - 1);
        }

        return at;
    }

    private int Home(int outer, int inner) =>
        (int)(unchecked((((ulong)(uint)outer << 32) | (uint)inner) * 0x9E3779B97F4A7C15UL) >> _shift);

    private void Place(in Slot slot)
    {
        int at = Home(slot.Outer, slot.Inner);
        while (!_slots[at].IsEmpty)
        {
            at = (at + 1) & (_slots.Length - 1);
        }

        _slots[at] = slot;
    }

    private void Grow()
    {
        Slot[] old = _slots;
        _slots = new Slot[old.Length * 2];
        _shift--;
        foreach (Slot slot in old)
        {
            if (!slot.IsEmpty)
            {
                Place(slot);
            }
        }
    }

    private struct Slot
    {
        public int Outer;
        public int Inner;
        public int Position;

        public readonly bool IsEmpty => (Outer | Inner) == 0;
    }
}
