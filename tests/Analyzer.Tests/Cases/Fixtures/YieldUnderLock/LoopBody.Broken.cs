public sealed class Registry
{
    private readonly object _entries = new();
    private readonly object _audit = new();
    private readonly List<string> _names = [];

    public IEnumerable<string> Names()
    {
        lock (_entries)
        {
            foreach (string name in _names)
            {
                yield return name; // expect: LG3001
            }
        }
    }

    public void Audit()
    {
        foreach (string name in Names())
        {
            lock (_audit) { } // expect-any: LG1002
        }
    }

    public void Rename()
    {
        lock (_audit)
        {
            lock (_entries) { } // expect-any: LG1002
        }
    }
}
