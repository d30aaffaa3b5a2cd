public sealed class Relay
{
    private readonly object _first = new();
    private readonly object _second = new();

    public void Forward()
    {
        Monitor.Enter(_first);
        Monitor.Exit(_first);
        lock (_second) { }
    }

    public void Backward()
    {
        lock (_second)
        {
            Monitor.Enter(_first);
            Monitor.Exit(_first);
        }
    }
}
