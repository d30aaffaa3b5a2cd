public sealed class Cellar
{
    private readonly object _wine = new();
    private readonly object _cheese = new();

    public void Serve() => Both(_wine, _cheese); // known-miss: LG1002 a body without a lock of its own hands locks to one that nests them

    public void Store() => Both(_cheese, _wine); // known-miss: LG1002 a body without a lock of its own hands locks to one that nests them

    private static void Both(object outer, object inner)
    {
        lock (outer)
        {
            lock (inner) { } // known-miss: LG1002 a body without a lock of its own hands locks to one that nests them
        }
    }
}
