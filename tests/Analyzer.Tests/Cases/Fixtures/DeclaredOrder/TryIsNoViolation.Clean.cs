public sealed class Press
{
    private readonly object _paper = new();
    [AcquiredAfter("_paper")] private readonly object _ink = new();

    public void Jam()
    {
        lock (_ink)
        {
            if (Monitor.TryEnter(_paper)) Monitor.Exit(_paper);
        }
    }
}
