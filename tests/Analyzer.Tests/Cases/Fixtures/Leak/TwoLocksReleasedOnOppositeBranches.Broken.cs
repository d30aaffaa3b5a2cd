public sealed class Sink
{
    private readonly object _hot = new();
    private readonly object _cold = new();

    public void Run(bool hot)
    {
        Monitor.Enter(_hot); // expect: LG2004
        Monitor.Enter(_cold); // expect: LG2004
        if (hot)
        {
            Monitor.Exit(_hot);
        }
        else
        {
            Monitor.Exit(_cold);
        }
    }
}
