public sealed class Shard
{
    public object Gate { get; } = new();

    public int Count { get; set; }
}

public sealed class Cache(IReadOnlyList<Shard> shards)
{
    public void Clear()
    {
        foreach (Shard shard in shards)
        {
            lock (shard.Gate)
            {
                shard.Count = 0;
            }
        }
    }
}
