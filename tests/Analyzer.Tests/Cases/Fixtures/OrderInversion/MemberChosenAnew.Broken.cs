// What is set to a choice is set all the same: its setter runs.
public sealed class Tree
{
    private readonly object _gate = new();
    private readonly object _named = new();
    private readonly object _sized = new();
    private string? _name;
    private int? _size;

    public string? Name
    {
        get => _name;
        set { lock (_named) { _name = value; } }
    }

    public int? Size
    {
        get => _size;
        set { lock (_sized) { _size = value; } }
    }

    public Tree This() { return this; }

    public void Rename(string? to)
    {
        lock (_gate) { This().Name = to ?? ""; } // expect-any: LG1002 a
    }

    public void Show()
    {
        lock (_named) { lock (_gate) { } } // expect-any: LG1002 a
    }

    public void Measure(int size)
    {
        lock (_gate) { Size ??= size; } // expect-any: LG1002 b
    }

    public void Reset()
    {
        lock (_sized) { lock (_gate) { } } // expect-any: LG1002 b
    }
}
