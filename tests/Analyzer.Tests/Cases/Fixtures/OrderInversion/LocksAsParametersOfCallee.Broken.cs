public sealed class Cellar
{
    private readonly object _wine = new();
    private readonly object _cheese = new();

    public void Serve() => Both(_wine, _cheese); // expect-any: LG1002

    public void Store() => Both(_cheese, _wine); // expect-any: LG1002

    private static void Both(object outer, object inner)
    {
        lock (outer)
        {
            lock (inner) { } // expect-any: LG1002
        }
    }
}
