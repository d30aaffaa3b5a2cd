public sealed class Turnstile
{
    private readonly object _arm = new();
    private readonly object _count = new();

    public void Pass()
    {
        Raise();
        lock (_count) { } // expect-any: LG1002
        Monitor.Exit(_arm);
    }

    private void Raise() => Monitor.Enter(_arm);

    public void Report()
    {
        lock (_count)
        {
            lock (_arm) { } // expect-any: LG1002
        }
    }
}
