public sealed class Reply
{
    private readonly object _pending = new();
    private readonly object _journal = new();
    private readonly TaskCompletionSource<int> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<int> _inline = new();
    private int _last;

    public void Complete(int value)
    {
        lock (_pending)
        {
            _source.SetResult(value);
        }

        _inline.SetResult(value);
    }

    public async Task LogAsync()
    {
        int value = await _source.Task.ConfigureAwait(false) + await _inline.Task;
        lock (_journal)
        {
            _last = value;
        }
    }

    public void Rewind()
    {
        lock (_journal)
        {
            lock (_pending) { _last = 0; }
        }
    }
}
