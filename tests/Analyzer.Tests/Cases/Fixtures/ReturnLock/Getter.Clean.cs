public sealed class Hatch
{
    private readonly object _gate = new();
    [GuardedBy("_gate")] private int _visits;

    [ReturnsLock("_gate")]
    public object Sync() => _gate;

    public void Visit()
    {
        lock (Sync()) _visits++;
    }
}
