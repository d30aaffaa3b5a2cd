public sealed class Hatch
{
    private readonly object _gate = new();
    [GuardedBy("_gate")] private int _visits;

    [AcquiresLock("_gate")]
    public void Open() => Monitor.Enter(_gate);

    [ReleasesLock("_gate")]
    public void Close() => Monitor.Exit(_gate);

    public void Visit()
    {
        Open();
        try
        {
            _visits++;
        }
        finally
        {
            Close();
        }
    }
}
