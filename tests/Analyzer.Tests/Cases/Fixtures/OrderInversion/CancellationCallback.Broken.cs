public sealed class Download
{
    private readonly object _state = new();
    private CancellationTokenRegistration _registration;

    public void Start(CancellationToken token) => _registration = token.Register(Abort);

    private void Abort()
    {
        lock (_state) // expect-any: LG1002
        {
        }
    }

    public void Finish()
    {
        lock (_state)
        {
            _registration.Dispose(); // expect-any: LG1002
        }
    }
}
