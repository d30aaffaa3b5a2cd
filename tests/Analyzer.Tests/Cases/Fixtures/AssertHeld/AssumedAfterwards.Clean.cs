public sealed class Hatch
{
    private readonly object _gate = new();
    [GuardedBy("_gate")] private int _visits;

    [AssertsLock("_gate")]
    private void AssertHeld() { if (!Monitor.IsEntered(_gate)) throw new InvalidOperationException(); }

    internal void VisitCore()
    {
        AssertHeld();
        _visits++;
    }
}
