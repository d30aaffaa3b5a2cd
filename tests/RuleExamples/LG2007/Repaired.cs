public sealed class Statistics
{
    private readonly object _gate = new();
    private int _samples;

    public bool Sample()
    {
        if (!Monitor.TryEnter(_gate, 10))
        {
            return false;
        }

        try
        {
            _samples++;
            return true;
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }
}
