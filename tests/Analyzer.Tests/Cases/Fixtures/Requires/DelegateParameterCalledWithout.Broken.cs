public sealed class Store
{
    private readonly object _gate = new();

    public void Locked([RequiresLock("_gate")] Action work)
    {
        lock (_gate) work(); // known-alarm: LG2002 a path on a parameter starts at the receiver of the method
        work(); // expect: LG2002
    }
}
