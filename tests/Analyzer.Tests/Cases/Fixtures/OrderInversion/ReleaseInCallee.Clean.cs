public sealed class Turnstile
{
    private readonly object _arm = new();
    private readonly object _count = new();

    public void Pass()
    {
        Monitor.Enter(_arm);
        Drop();
        lock (_count) { }
    }

    private void Drop() => Monitor.Exit(_arm);

    public void Report()
    {
        lock (_count)
        {
            lock (_arm) { }
        }
    }
}
