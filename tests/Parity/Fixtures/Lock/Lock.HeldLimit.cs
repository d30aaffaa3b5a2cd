// Resize takes every shard there is, in no order that is declared, and without a bound.
// differs: a run counts the locks, and the source of a loop has no number.
using LockGraph;

namespace Parity.LockHeldLimit;

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
            shard.Gate.Enter(); // expect: LG1003 Shard.Gate // expect-run: LG1005 Shard.Gate // expect-static: LG1005 Shard.Gate
        }

        foreach (Shard shard in _shards)
        {
            shard.Size *= 2;
            shard.Gate.Exit();
        }
    }
}

public sealed class Shard
{
    public readonly TrackedLock Gate = new();
    public int Size = 1;
}
