public sealed class Relay
{
    private readonly object _first = new();
    private readonly object _second = new();

    public void HandOver()
    {
        Monitor.Enter(_first);
        Monitor.Enter(_second);
        Monitor.Exit(_first);
        Monitor.Exit(_second);
    }

    public void Both()
    {
        lock (_first)
        {
            lock (_second) { }
        }
    }
}
