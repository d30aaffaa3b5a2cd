// What is set to a choice is not read by that: its getter does not run.
public sealed class Tree
{
    private readonly object _gate = new();
    private readonly object _named = new();
    private string _name = "";

    public string Name
    {
        get { lock (_named) { return _name; } }
        set => _name = value;
    }

    public void Rename(string? to)
    {
        lock (_gate) { Name = to ?? ""; }
    }

    public void Show()
    {
        lock (_named) { lock (_gate) { } }
    }
}
