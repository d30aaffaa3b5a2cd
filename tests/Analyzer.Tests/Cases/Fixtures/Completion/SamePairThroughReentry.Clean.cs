public sealed class Latch
{
    private readonly object _gate = new();
    private readonly TaskCompletionSource _open = new();
    private int _passed;

    public async Task PassAsync()
    {
        await _open.Task;
        lock (_gate) { _passed++; }
    }

    public void Open()
    {
        lock (_gate)
        {
            _open.TrySetResult();
        }
    }
}
