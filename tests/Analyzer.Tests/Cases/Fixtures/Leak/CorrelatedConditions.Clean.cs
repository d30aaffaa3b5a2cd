public sealed class Sink
{
    private readonly object _gate = new();
    private int _runs;

    public void Run(bool safe)
    {
        if (safe)
        {
            Monitor.Enter(_gate);
        }

        _runs++;
        if (safe)
        {
            Monitor.Exit(_gate);
        }
    }
}
