public sealed class Store
{
    private readonly object _gate = new();

    public void Locked([RequiresLock("_gate")] Action work)
    {
        lock (_gate) work();
        work(); // expect: LG2002
    }
}
