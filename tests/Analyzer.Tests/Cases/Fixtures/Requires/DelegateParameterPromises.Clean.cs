public sealed class Store
{
    private readonly object _gate = new();
    [GuardedBy("_gate")] private int _items;

    private void Locked([RequiresLock("_gate")] Action work)
    {
        lock (_gate) work(); // known-alarm: LG2002 a path on a parameter starts at the receiver of the method
    }

    public void Add() => Locked(() => _items++); // known-alarm: LG2001 a path on a parameter starts at the receiver of the method
}
