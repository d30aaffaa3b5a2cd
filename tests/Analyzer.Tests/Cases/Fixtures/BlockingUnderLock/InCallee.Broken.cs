public sealed class Uploader
{
    private readonly object _gate = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly HttpClientLike _client = new();
    private readonly Thread _thread = new(() => { });

    public void Upload()
    {
        lock (_gate)
        {
            Send(2); // expect: LG3002
        }
    }

    public async Task UploadAsync()
    {
        await _turn.WaitAsync();
        try
        {
            await SendAsync(); // expect: LG3002
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Stop()
    {
        lock (_gate)
        {
            EndThread(now: true);
            EndThread(now: false); // expect: LG3002
        }
    }

    private void Send(int times) => _client.Post(times);

    private async Task SendAsync()
    {
        await Task.Yield();
        Thread.Sleep(10);
    }

    private void EndThread(bool now)
    {
        if (!now)
        {
            _thread.Join();
        }
    }
}

public sealed class HttpClientLike
{
    private readonly object _socket = new();

    public int Post(int times) => times > 0 ? PostAsync().Result : 0;

    public void PostUnderOwnLock()
    {
        lock (_socket)
        {
            PostAsync().GetAwaiter().GetResult(); // expect: LG3002
        }
    }

    private static async Task<int> PostAsync()
    {
        await Task.Delay(1);
        return 1;
    }
}
