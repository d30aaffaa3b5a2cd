public sealed class Sink
{
    private readonly object _gate = new();

    public void Run(int[] items)
    {
        foreach (int item in items)
        {
            Monitor.Enter(_gate);
            try
            {
                if (item == 0) continue;
                if (item == 1) break;
            }
            finally
            {
                Monitor.Exit(_gate);
            }
        }
    }
}
