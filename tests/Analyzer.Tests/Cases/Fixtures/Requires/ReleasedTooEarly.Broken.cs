public sealed class Heap
{
    private readonly object _gate = new();

    [RequiresLock("_gate")]
    private void Sift() { }

    public void Pop()
    {
        lock (_gate) { }
        Sift(); // expect: LG2002
    }
}
