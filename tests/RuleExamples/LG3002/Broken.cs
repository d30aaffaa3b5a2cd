public sealed class Start
{
    private readonly object _gate = new();
    private readonly ManualResetEventSlim _ready = new();
    private bool _done;

    public void WaitUntilReady()
    {
        lock (_gate)
        {
            _ready.Wait(); // LG3002
            _done = true;
        }
    }

    public void Report() => _ready.Set();
}
