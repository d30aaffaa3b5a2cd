public sealed class Roundabout
{
    private readonly object _north = new();
    private readonly object _east = new();
    private readonly object _south = new();

    public void FromNorth()
    {
        lock (_north)
        {
            lock (_east) { } // expect-any: LG1002
        }
    }

    public void FromEast()
    {
        lock (_east)
        {
            lock (_south) { } // expect-any: LG1002
        }
    }

    public void FromSouth()
    {
        lock (_south)
        {
            lock (_north) { } // expect-any: LG1002
        }
    }
}
