public sealed class Heap
{
    private readonly Lock _gate = new();

    [RequiresLock("_gate")]
    private void Sift() => Swap();

    [RequiresLock("_gate")]
    private void Swap() { }

    public void Pop()
    {
        using (_gate.EnterScope())
        {
            Sift();
        }
    }
}
