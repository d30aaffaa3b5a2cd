public sealed class Shard
{
    public object Gate { get; } = new();

    public int Count { get; set; }
}

public sealed class Cache(IReadOnlyList<Shard> shards)
{
    public void LockAll()
    {
        foreach (Shard shard in shards)
        {
            Monitor.Enter(shard.Gate); // LG1003, LG1005
        }
    }

    public void UnlockAll()
    {
        foreach (Shard shard in shards)
        {
            Monitor.Exit(shard.Gate);
        }
    }
}
