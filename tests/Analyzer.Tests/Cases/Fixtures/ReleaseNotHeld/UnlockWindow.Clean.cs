public sealed class Pump
{
    private readonly object _gate = new();

    public void Run(Action work)
    {
        lock (_gate)
        {
            Monitor.Exit(_gate);
            try
            {
                work();
            }
            finally
            {
                Monitor.Enter(_gate);
            }
        }
    }
}
