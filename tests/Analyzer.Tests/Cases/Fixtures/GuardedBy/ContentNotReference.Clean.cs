public sealed class Mailbox
{
    private readonly object _gate = new();
    [GuardedBy("_gate", Content = true)] private List<string>? _letters = [];

    public bool Open => _letters is not null;

    public void Close() => _letters = null;

    public int Count()
    {
        lock (_gate)
        {
            return _letters?.Count ?? 0;
        }
    }
}
