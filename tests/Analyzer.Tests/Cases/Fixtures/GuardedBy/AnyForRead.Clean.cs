public sealed class Router
{
    private readonly object _fast = new();
    private readonly object _slow = new();
    [GuardedBy("_fast", "_slow", AnyForRead = true)] private int _hops;

    public int FastRead() { lock (_fast) { return _hops; } }

    public int SlowRead() { lock (_slow) { return _hops; } }

    public void Write()
    {
        lock (_fast)
        {
            lock (_slow)
            {
                _hops = 1;
            }
        }
    }
}
