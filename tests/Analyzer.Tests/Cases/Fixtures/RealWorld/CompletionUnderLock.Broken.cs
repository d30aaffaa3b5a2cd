public sealed class Reply
{
    private readonly object _pending = new();
    private readonly object _journal = new();
    private readonly TaskCompletionSource<int> _source = new();
    private int _last;

    public void Complete(int value)
    {
        lock (_pending)
        {
            _source.SetResult(value); // expect-any: LG1002 // expect: LG3003
        }
    }

    public async Task LogAsync()
    {
        int value = await _source.Task.ConfigureAwait(false);
        lock (_journal)
        {
            _last = value;
        }
    }

    public void Rewind()
    {
        lock (_journal)
        {
            lock (_pending) { _last = 0; } // expect-any: LG1002
        }
    }
}
