public sealed class Registry
{
    private readonly object _entries = new();
    private readonly object _audit = new();
    private readonly List<string> _names = [];

    public IEnumerable<string> Names()
    {
        string[] copy;
        lock (_entries) { copy = [.. _names]; }
        foreach (string name in copy)
        {
            yield return name;
        }
    }

    public void Audit()
    {
        foreach (string name in Names())
        {
            lock (_audit) { }
        }
    }

    public void Rename()
    {
        lock (_audit)
        {
            lock (_entries) { }
        }
    }
}
