// One shard at a time.
using LockGraph;

namespace Parity.LockHeldLimitClean;

public sealed class ShardedCache
{
    private readonly List<Shard> _shards = [];

    public static void Run()
    {
        var cache = new ShardedCache();
        cache.Grow(50);
        cache.Resize();
    }

    public void Grow(int count)
    {
        for (int i = 0; i < count; i++)
        {
            _shards.Add(new Shard());
        }
    }

    public void Resize()
    {
        foreach (Shard shard in _shards)
        {
            using (shard.Gate.EnterScope())
            {
                shard.Size *= 2;
            }
        }
    }
}

public sealed class Shard
{
    public readonly TrackedLock Gate = new();
    public int Size = 1;
}
