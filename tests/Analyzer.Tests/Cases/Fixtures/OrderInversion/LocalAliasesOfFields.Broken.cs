public sealed class Cellar
{
    private readonly object _wine = new();
    private readonly object _cheese = new();

    public void Serve()
    {
        object outer = _wine, inner = _cheese;
        lock (outer)
        {
            lock (inner) { } // expect-any: LG1002
        }
    }

    public void Store()
    {
        var (outer, inner) = (_cheese, _wine);
        lock (outer)
        {
            lock (inner) { } // expect-any: LG1002
        }
    }
}
