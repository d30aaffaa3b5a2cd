public sealed class Chart
{
    private readonly ReaderWriterLockSlim _axes = new();
    [AcquiredAfter("_axes")] private readonly ReaderWriterLockSlim _points = new();

    public void Draw()
    {
        _points.EnterReadLock();
        try
        {
            _axes.EnterReadLock(); // expect: LG1001
            _axes.ExitReadLock();
        }
        finally
        {
            _points.ExitReadLock();
        }
    }
}
