public sealed class Reply
{
    private readonly object _pending = new();
    private readonly TaskCompletionSource<int> _source = new();

    public void Complete(int value)
    {
        lock (_pending)
        {
            _source.SetResult(value); // known-miss: LG3003 continuations that run inline are not followed
        }
    }
}
