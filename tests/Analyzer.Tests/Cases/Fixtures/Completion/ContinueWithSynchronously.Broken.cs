public sealed class Download
{
    private readonly object _bytes = new();
    private readonly object _progress = new();
    private readonly TaskCompletionSource<int> _done = new();

    public Download()
    {
        _done.Task.ContinueWith(_ => Show(), TaskContinuationOptions.ExecuteSynchronously);
    }

    public void Finish(int length)
    {
        lock (_bytes)
        {
            _done.TrySetResult(length); // expect-any: LG1002
        }
    }

    public void Reset()
    {
        lock (_progress)
        {
            lock (_bytes) { } // expect-any: LG1002
        }
    }

    private void Show()
    {
        lock (_progress) { }
    }
}
