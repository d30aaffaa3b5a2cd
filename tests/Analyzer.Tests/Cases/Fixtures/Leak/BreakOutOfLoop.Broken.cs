public sealed class Sink
{
    private readonly object _gate = new();

    public void Run(int[] items)
    {
        foreach (int item in items)
        {
            Monitor.Enter(_gate); // expect: LG2004
            if (item == 0) break;
            Monitor.Exit(_gate);
        }
    }
}
