public sealed class Press
{
    private readonly object _paper = new();
    [AcquiredAfter("_paper")] private readonly object _ink = new();

    public void Jam()
    {
        if (!Monitor.TryEnter(_ink)) return;
        try
        {
            lock (_paper) { } // expect: LG1001
        }
        finally
        {
            Monitor.Exit(_ink);
        }
    }
}
