public sealed class Map
{
    private static readonly object s_grid = new();
    private readonly object _pins = new();

    public bool IsEmpty
    {
        get
        {
            lock (s_grid) { return true; }
        }
    }

    public void Deconstruct(out int width, out int height)
    {
        lock (s_grid) { width = height = 0; }
    }

    public bool IsUnit(Map other)
    {
        lock (_pins)
        {
            return other is (1, 1); // expect-any: LG1002
        }
    }

    public void Pin()
    {
        lock (s_grid)
        {
            lock (_pins) { } // expect-any: LG1002
        }
    }
}

public sealed class Atlas
{
    private readonly object _pages = new();
    private readonly Page _page = new();

    public int Kind()
    {
        lock (_pages)
        {
            return _page switch
            {
                { Number: > 0 } => 1, // expect-any: LG1002 atlas
                _ => 0,
            };
        }
    }

    public void Turn() => _page.Turn(this);

    public void Close()
    {
        lock (_pages) { }
    }
}

public sealed class Page
{
    private readonly object _text = new();

    public int Number
    {
        get
        {
            lock (_text) { return 1; }
        }
    }

    public void Turn(Atlas atlas)
    {
        lock (_text)
        {
            atlas.Close(); // expect-any: LG1002 atlas
        }
    }
}
