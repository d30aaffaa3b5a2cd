public sealed class Session
{
    private readonly object _gate = new();

    public void Begin() => Monitor.Enter(_gate);

    public void End() => Monitor.Exit(_gate);
}
