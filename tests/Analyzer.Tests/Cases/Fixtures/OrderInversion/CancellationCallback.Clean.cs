public sealed class Download
{
    private readonly object _state = new();
    private CancellationTokenRegistration _registration;

    public void Start(CancellationToken token) => _registration = token.Register(Abort);

    private void Abort()
    {
        lock (_state)
        {
        }
    }

    public void Finish()
    {
        CancellationTokenRegistration registration;
        lock (_state)
        {
            registration = _registration;
        }

        registration.Dispose();
    }
}
