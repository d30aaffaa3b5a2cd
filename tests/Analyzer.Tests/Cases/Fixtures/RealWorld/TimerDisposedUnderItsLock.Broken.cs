public sealed class Poller
{
    private readonly object _state = new();
    private readonly Timer _timer;
    private int _polls;

    public Poller()
    {
        _timer = new Timer(_ => Poll());
    }

    public void Stop()
    {
        using var stopped = new ManualResetEvent(false);
        lock (_state)
        {
            _timer.Dispose(stopped);
            stopped.WaitOne(); // expect: LG3002 // expect-any: LG1002
        }
    }

    private void Poll()
    {
        lock (_state) { _polls++; } // expect-any: LG1002
    }
}
