public sealed class Signal
{
    private readonly SemaphoreSlim _ready = new(0, 1);

    public Task WaitAsync() => _ready.WaitAsync();

    public void Set() => _ready.Release();
}
