public sealed class Histogram
{
    private readonly object _totals = new();
    private SpinLock _buckets = new(false);
    private int _samples;

    public void Add()
    {
        bool taken = false;
        try
        {
            _buckets.Enter(ref taken);
            lock (_totals) // LG3006
            {
                _samples++;
            }
        }
        finally
        {
            if (taken)
            {
                _buckets.Exit();
            }
        }
    }
}
