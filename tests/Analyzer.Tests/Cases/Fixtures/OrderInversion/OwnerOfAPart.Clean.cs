// The owner of one's own part is oneself: the lock is held already, so taking it again waits for nobody.
public sealed class Group
{
    private readonly object _sync = new();
    private readonly List<Part> _parts = [];

    internal object Sync => _sync;

    public int Count()
    {
        int count = 0;
        lock (_sync)
        {
            lock (_parts)
            {
                foreach (Part part in _parts)
                {
                    count += part.IsReady() ? 1 : 0;
                }
            }
        }

        return count;
    }
}

public sealed class Part(Group owner)
{
    internal Group Owner { get; } = owner;

    internal bool IsReady()
    {
        lock (Owner.Sync)
        {
            return true;
        }
    }
}
