using LockGraph;

public sealed class Journal
{
    private readonly TrackedLock _entries = new();
    private int _count;

    public void Add()
    {
        using (_entries.EnterScope())
        {
            _count++;
        }
    }

    public void Clear()
    {
        lock (_entries) // LG3007
        {
            _count = 0; // LG2008
        }
    }
}
