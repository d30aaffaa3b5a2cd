public sealed class Download
{
    private readonly object _state = new();
    private CancellationTokenRegistration _registration;

    public void Start(CancellationToken token) => _registration = token.Register(Abort);

    private void Abort()
    {
        lock (_state) // known-miss: LG1002 a registration that is disposed waits for its callback
        {
        }
    }

    public void Finish()
    {
        lock (_state)
        {
            _registration.Dispose(); // known-miss: LG1002 a registration that is disposed waits for its callback
        }
    }
}
