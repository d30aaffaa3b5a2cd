using LockGraph;

[assembly: LockOrder("Shop._shelves", "Shop._till")]
[assembly: LockOrder("Shop._shelves", "Shop._door")]
[assembly: LockHierarchy(Strict = true)]

public sealed class Shop
{
    private readonly Lock _shelves = new();
    private readonly Lock _till = new();
    private readonly Lock _door = new();
    private bool _open;

    public void Open()
    {
        lock (_shelves)
        {
            lock (_door)
            {
                _open = true;
            }
        }
    }

    public void Close()
    {
        lock (_door)
        {
            lock (_till) // LG1008
            {
                _open = false;
            }
        }
    }
}
