[ScopedLock]
public readonly struct Hold : IDisposable
{
    private readonly object _gate;

    [AcquiresLock("gate")]
    public Hold(object gate)
    {
        _gate = gate;
        Monitor.Enter(gate);
    }

    [ReleasesLock]
    public void Dispose() => Monitor.Exit(_gate);
}

public sealed class Hatch
{
    private readonly object _gate = new();
    [GuardedBy("_gate")] private int _visits;

    public void Visit()
    {
        using (new Hold(_gate)) _visits++;
        using var hold = new Hold(_gate);
        _visits++;
    }
}
