public sealed class Atlas
{
    private readonly object _maps = new();
    private readonly object _legend = new();
    private readonly Dictionary<string, int> _pages = [];

    public int this[string name] { get { lock (_maps) { return _pages[name]; } } }

    public int Explain(string name)
    {
        lock (_legend)
        {
            return this[name]; // expect-any: LG1002
        }
    }

    public void Reprint()
    {
        lock (_maps)
        {
            lock (_legend) { } // expect-any: LG1002
        }
    }
}
