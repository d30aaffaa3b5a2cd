public sealed class Door
{
    private readonly object _gate = new();

    public void Open(bool quick)
    {
        if (Monitor.TryEnter(_gate)) // expect: LG2004
        {
            if (quick) return;
            Monitor.Exit(_gate);
        }
    }
}
