public sealed class Latch
{
    private int _open;

    public void Open() => Volatile.Write(ref _open, 1);

    public void Pass() => SpinWait.SpinUntil(() => Interlocked.CompareExchange(ref _open, 0, 0) == 1);

    public void PassOften() => SpinWait.SpinUntil(IsOpen);

    private bool IsOpen() => Volatile.Read(ref _open) == 1;
}

public sealed class Batch
{
    private readonly object _gate = new();
    private readonly Latch _latch = new();
    private int _count;

    public void Add()
    {
        lock (_gate)
        {
            _latch.Pass(); // expect: LG3002
            _latch.PassOften(); // expect: LG3002
            _count++;
        }
    }
}
