public sealed class Spin
{
    private readonly Func<bool> _take;
    private int _owner;

    public Spin() => _take = TryTake;

    public void Take()
    {
        if (!TryTake())
        {
            SpinWait.SpinUntil(_take);
        }
    }

    public void TakeOnce() => SpinWait.SpinUntil(() => Interlocked.Exchange(ref _owner, 1) == 0);

    public void Give() => Volatile.Write(ref _owner, 0);

    private bool TryTake() => Interlocked.CompareExchange(ref _owner, Environment.CurrentManagedThreadId, 0) == 0;
}

public sealed class Batch
{
    private readonly object _gate = new();
    private readonly Spin _spin = new();
    private int _count;

    public void Add()
    {
        lock (_gate)
        {
            _spin.Take();
            _spin.TakeOnce();
            _count++;
            _spin.Give();
        }
    }
}
