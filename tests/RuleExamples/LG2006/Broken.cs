using LockGraph;

public sealed class Session
{
    private readonly object _gate = new();
    private bool _open;

    [AcquiresLock("_gate")]
    public void Begin() => Monitor.Enter(_gate);

    [ReleasesLock("_gate")]
    public void End() // LG2006
    {
        _open = false;
    }
}
