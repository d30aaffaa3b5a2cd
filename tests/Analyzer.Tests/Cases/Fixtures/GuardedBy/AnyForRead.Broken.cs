public sealed class Router
{
    private readonly object _fast = new();
    private readonly object _slow = new();
    [GuardedBy("_fast", "_slow", AnyForRead = true)] private int _hops;

    public int FastRead() { lock (_fast) { return _hops; } }

    public void WriteWithOne()
    {
        lock (_slow)
        {
            _hops = 1; // expect: LG2001
        }
    }

    public int NoneRead() => _hops; // expect: LG2001
}
