namespace LockGraph.Core;

/// <summary>A list of neighbors: a part of a <see cref="NeighborPool"/>. The default value is an empty list.</summary>
internal struct NeighborList
{
    public int Start;
    public int Count;
    public int Capacity;
}

/// <summary>The room of all neighbor lists: one array.</summary>
/// <remarks>
/// A list is contiguous, because the searches do little else than read lists from end to end. It doubles into another block of the pool
/// when full, and the old block waits for a list of its size: no garbage, at most twice the room that is used.
/// </remarks>
internal sealed class NeighborPool
{
    private const int SmallestBlock = 2;

    private readonly int[] _freeBlock = new int[32];
    private int[] _items = new int[64];

    // Position 0 stays unused: as a link it means "no free block".
    private int _used = 1;

    /// <summary>The room. Replaced when it grows: read it anew after a change.</summary>
    public int[] Items => _items;

    public void Add(ref NeighborList list, int neighbor)
    {
        if (list.Count == list.Capacity)
        {
            Widen(ref list);
        }

        _items[list.Start + list.Count++] = neighbor;
    }

    /// <summary>Removes one neighbor that is there; the last one takes its place.</summary>
    public void Remove(ref NeighborList list, int neighbor)
    {
        int at = Array.IndexOf(_items, neighbor, list.Start, list.Count);
        _items[at] = _items[list.Start + --list.Count];
    }

    public void Clear(ref NeighborList list)
    {
        Release(list);
        list = default;
    }

    private void Widen(ref NeighborList list)
    {
        int capacity = Math.Max(SmallestBlock, list.Capacity * 2);
        int start = Reserve(capacity);
        for (int i = 0; i < list.Count; i++)
        {
            _items[start + i] = _items[list.Start + i];
        }

        Release(list);
        list.Start = start;
        list.Capacity = capacity;
    }

    private int Reserve(int capacity)
    {
        ref int free = ref _freeBlock[SizeClass(capacity)];
        if (free != 0)
        {
            int reused = free;
            free = _items[reused];
            return reused;
        }

        int start = _used;
        _used += capacity;
        if (_used > _items.Length)
        {
            Array.Resize(ref _items, Math.Max(_used, _items.Length * 2));
        }

        return start;
    }

    private void Release(in NeighborList list)
    {
        if (list.Capacity != 0)
        {
            ref int free = ref _freeBlock[SizeClass(list.Capacity)];
            _items[list.Start] = free;
            free = list.Start;
        }
    }

    private static int SizeClass(int capacity)
    {
        int bits = 0;
        for (int rest = capacity; rest > 1; rest >>= 1)
        {
            bits++;
        }

        return bits;
    }
}
