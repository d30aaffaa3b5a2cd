public sealed class Chart
{
    private readonly object _axes = new();
    [AcquiredAfter("_axes")] private readonly object _points = new();

    public void Draw()
    {
        lock (_axes)
        {
            lock (_points)
            {
                lock (_axes) { }
            }
        }
    }
}
