public sealed class Turnstile
{
    private readonly object _gate = new();
    private readonly object _counter = new();
    private readonly TaskCompletionSource _open = new();
    private int _passed;

    public async Task PassAsync()
    {
        lock (_counter) { _passed++; }
        await _open.Task;
        await Task.Yield();
        lock (_counter) { _passed--; }
    }

    public void Open()
    {
        lock (_gate)
        {
            _open.TrySetResult();
        }
    }

    public void Report()
    {
        lock (_counter)
        {
            lock (_gate) { _passed = 0; }
        }
    }
}
