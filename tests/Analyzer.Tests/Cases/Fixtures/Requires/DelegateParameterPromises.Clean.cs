public sealed class Store
{
    private readonly object _gate = new();
    [GuardedBy("_gate")] private int _items;

    private void Locked([RequiresLock("_gate")] Action work)
    {
        lock (_gate) work();
    }

    public void Add() => Locked(() => _items++);
}
