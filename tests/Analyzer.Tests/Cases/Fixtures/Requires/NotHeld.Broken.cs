public sealed class Heap
{
    private readonly Lock _gate = new();

    [RequiresLock("_gate")]
    private void Sift() { }

    public void Push() => Sift(); // expect: LG2002

    public void Pop()
    {
        lock (_gate) Sift();
    }
}
