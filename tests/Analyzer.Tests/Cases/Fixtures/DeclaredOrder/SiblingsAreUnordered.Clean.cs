public sealed class Delta
{
    private readonly object _source = new();
    [AcquiredAfter("_source")] private readonly object _left = new();
    [AcquiredAfter("_source")] private readonly object _right = new();

    public void Flow()
    {
        lock (_source)
        {
            lock (_right)
            {
                lock (_left) { }
            }
        }
    }
}
