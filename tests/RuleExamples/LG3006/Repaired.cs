public sealed class Histogram
{
    private readonly object _totals = new();
    private SpinLock _buckets = new(false);
    private int _samples;

    public void Add()
    {
        lock (_totals)
        {
            bool taken = false;
            try
            {
                _buckets.Enter(ref taken);
                _samples++;
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
}
