public sealed class Heap
{
    private readonly object _gate = new();

    [RequiresLock("_gate")]
    private int Top => 1;

    public int Peek() => Top; // expect: LG2002

    public int PeekLocked()
    {
        lock (_gate) return Top;
    }
}
