public sealed class Door
{
    private readonly object _gate = new();

    public void Open()
    {
        if (!Monitor.TryEnter(_gate))
        {
            Monitor.Exit(_gate); // expect: LG2007
        }
        else
        {
            Monitor.Exit(_gate);
        }
    }
}
