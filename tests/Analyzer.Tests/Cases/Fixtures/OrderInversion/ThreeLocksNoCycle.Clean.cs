public sealed class Roundabout
{
    private readonly object _north = new();
    private readonly object _east = new();
    private readonly object _south = new();

    public void FromNorth()
    {
        lock (_north)
        {
            lock (_east) { }
        }
    }

    public void FromEast()
    {
        lock (_east)
        {
            lock (_south) { }
        }
    }

    public void Across()
    {
        lock (_north)
        {
            lock (_south) { }
        }
    }
}
