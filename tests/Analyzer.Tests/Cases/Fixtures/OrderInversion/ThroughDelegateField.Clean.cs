public sealed class Conveyor
{
    private readonly object _belt = new();
    private readonly object _bins = new();
    private Action? _onFull;

    public void Connect() => _onFull = EmptyBins;

    private void EmptyBins() { lock (_bins) { } }

    public void Move()
    {
        Action? full;
        lock (_belt)
        {
            full = _onFull;
        }

        full?.Invoke();
    }

    public void Weigh()
    {
        lock (_bins)
        {
            lock (_belt) { }
        }
    }
}
