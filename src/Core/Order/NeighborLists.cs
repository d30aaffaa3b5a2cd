namespace LockGraph.Core;

/// <summary>One list of neighbors for each vertex, all in one pooled array.</summary>
/// <remarks>
/// A list is contiguous, because the searches do little else than read lists from end to end. It doubles into another block of the pool
/// when full, and the old block waits for a list of its size: no garbage, at most twice the room that is used.
/// </remarks>
internal sealed class NeighborLists
{
    private const int SmallestBlock = 2;

    private readonly int[] _freeBlock = new int[32];
    private Block[] _blocks = new Block[16];
    private int[] _pool = new int[64];

    // Position 0 stays unused: as a link it means "no free block".
    private int _used = 1;

    /// <summary>Where the lists lie in <see cref="Pool"/>. Both arrays are replaced when they grow: read them anew after a change.</summary>
    public Block[] Blocks => _blocks;

    /// <summary>The room of all lists.</summary>
    public int[] Pool => _pool;

    public void EnsureVertex(int vertex)
    {
        if (vertex >= _blocks.Length)
        {
            Array.Resize(ref _blocks, Math.Max(vertex + 1, _blocks.Length * 2));
        }
    }

    public int Count(int vertex) => _blocks[vertex].Count;

    public int At(int vertex, int position) => _pool[_blocks[vertex].Start + position];

    public void Add(int vertex, int neighbor)
    {
        ref Block block = ref _blocks[vertex];
        if (block.Count == block.Capacity)
        {
            Widen(ref block);
        }

        _pool[block.Start + block.Count++] = neighbor;
    }

    /// <summary>Removes one neighbor that is there; the last one takes its place.</summary>
    public void Remove(int vertex, int neighbor)
    {
        ref Block block = ref _blocks[vertex];
        int at = Array.IndexOf(_pool, neighbor, block.Start, block.Count);
        _pool[at] = _pool[block.Start + --block.Count];
    }

    public void Clear(int vertex)
    {
        ref Block block = ref _blocks[vertex];
        Release(block);
        block = default;
    }

    private void Widen(ref Block block)
    {
        int capacity = Math.Max(SmallestBlock, block.Capacity * 2);
        int start = Reserve(capacity);
        Array.Copy(_pool, block.Start, _pool, start, block.Count);
        Release(block);
        block.Start = start;
        block.Capacity = capacity;
    }

    private int Reserve(int capacity)
    {
        ref int free = ref _freeBlock[SizeClass(capacity)];
        if (free != 0)
        {
            int reused = free;
            free = _pool[reused];
            return reused;
        }

        int start = _used;
        _used += capacity;
        if (_used > _pool.Length)
        {
            Array.Resize(ref _pool, Math.Max(_used, _pool.Length * 2));
        }

        return start;
    }

    private void Release(Block block)
    {
        if (block.Capacity != 0)
        {
            ref int free = ref _freeBlock[SizeClass(block.Capacity)];
            _pool[block.Start] = free;
            free = block.Start;
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

    /// <summary>A part of the pool.</summary>
    internal struct Block
    {
        public int Start;
        public int Count;
        public int Capacity;
    }
}
