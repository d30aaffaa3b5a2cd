using LockGraph;

public sealed class Buffer
{
    private readonly Lock _gate = new();

    [GuardedBy("_gate")]
    private int _length = 16;

    public void Append()
    {
        lock (_gate)
        {
            Grow();
        }
    }

    public void Reserve()
    {
        Grow(); // LG2002
    }

    [RequiresLock("_gate")]
    private void Grow() => _length *= 2;
}
