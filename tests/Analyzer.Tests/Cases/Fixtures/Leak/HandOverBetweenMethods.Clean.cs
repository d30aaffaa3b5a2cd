public sealed class Transaction
{
    private readonly object _gate = new();

    public void Begin() => Monitor.Enter(_gate);

    public void Commit() => Monitor.Exit(_gate);
}
