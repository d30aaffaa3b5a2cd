public sealed class Spool
{
    private readonly object _gate = new();

    [ExcludesLock("_gate")]
    public void Flush()
    {
        lock (_gate) { }
    }

    public void Write()
    {
        Monitor.Enter(_gate);
        Monitor.Exit(_gate);
        Flush();
    }
}
