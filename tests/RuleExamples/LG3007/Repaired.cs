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
        using (_entries.EnterScope())
        {
            _count = 0;
        }
    }
}
