public sealed class Start
{
    private readonly object _gate = new();
    private readonly ManualResetEventSlim _ready = new();
    private bool _done;

    public void WaitUntilReady()
    {
        _ready.Wait();
        lock (_gate)
        {
            _done = true;
        }
    }

    public void Report() => _ready.Set();
}
