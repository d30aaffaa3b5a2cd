public sealed class Heartbeat : IDisposable
{
    private readonly object _state = new();
    private readonly Thread _loop;

    public Heartbeat() => _loop = new Thread(Beat);

    private void Beat() { lock (_state) { } } // expect-any: LG1002

    public void Dispose()
    {
        lock (_state)
        {
            _loop.Join(); // expect-any: LG1002, LG3002
        }
    }
}
