public sealed class Hatch
{
    private readonly object _gate = new();

    [AcquiresLock("_gate")]
    public void Open(bool quick) // expect: LG2006
    {
        if (quick) return;
        Monitor.Enter(_gate);
    }

    [ReleasesLock("_gate")]
    public void Close() => Monitor.Exit(_gate);
}
