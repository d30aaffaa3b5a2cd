public sealed class Client
{
    private readonly SemaphoreSlim _send = new(1, 1);
    private readonly object _handlers = new();
    private Func<string, Task>? _received;

    public void OnReceived(Func<string, Task> handler)
    {
        lock (_handlers) _received = handler;
    }

    public async Task SendAsync(string text)
    {
        await _send.WaitAsync();
        try
        {
            lock (_handlers) // expect-any: LG1002
            {
                _ = _received;
            }
        }
        finally
        {
            _send.Release();
        }
    }

    public void Reset()
    {
        lock (_handlers)
        {
            SendAsync("reset").Wait(); // expect-any: LG1002, LG3002
        }
    }
}
