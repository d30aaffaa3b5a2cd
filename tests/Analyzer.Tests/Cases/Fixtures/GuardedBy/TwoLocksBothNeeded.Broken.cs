public sealed class Router
{
    private readonly object _in = new();
    private readonly object _out = new();
    [GuardedBy("_in", "_out")] private int _hops;

    public int Read()
    {
        lock (_in)
        {
            return _hops; // expect: LG2001
        }
    }
}
