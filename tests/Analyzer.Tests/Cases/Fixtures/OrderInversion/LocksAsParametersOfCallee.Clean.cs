public sealed class Cellar
{
    private readonly object _wine = new();
    private readonly object _cheese = new();

    public void Serve() => Both(_wine, _cheese);

    public void Store() => Both(_wine, _cheese);

    private static void Both(object outer, object inner)
    {
        lock (outer)
        {
            lock (inner) { }
        }
    }
}
