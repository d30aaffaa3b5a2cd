public sealed class Delta
{
    private readonly object _source = new();
    [AcquiredAfter("_source")] private readonly object _left = new();
    [AcquiredAfter("_source")] private readonly object _right = new();
    [AcquiredAfter("_left", "_right")] private readonly object _mouth = new();

    public void Flow()
    {
        lock (_source)
        {
            lock (_right)
            {
                lock (_mouth) { }
            }
        }
    }

    public void Flood()
    {
        lock (_mouth)
        {
            lock (_left) { } // expect: LG1001
            lock (_source) { } // expect: LG1001
        }
    }
}
