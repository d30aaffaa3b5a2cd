public sealed class Statistics
{
    private readonly object _gate = new();
    private int _samples;

    public void Sample()
    {
        Monitor.TryEnter(_gate, 10); // LG2007
        try
        {
            _samples++;
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }
}
