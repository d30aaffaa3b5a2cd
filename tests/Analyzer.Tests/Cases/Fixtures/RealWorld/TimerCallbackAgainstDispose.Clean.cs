public sealed class Heartbeat : IDisposable
{
    private readonly object _state = new();
    private readonly Thread _loop;
    private bool _stopped;

    public Heartbeat() => _loop = new Thread(Beat);

    private void Beat()
    {
        lock (_state)
        {
            if (_stopped) return;
        }
    }

    public void Dispose()
    {
        lock (_state)
        {
            _stopped = true;
        }

        _loop.Join();
    }
}
