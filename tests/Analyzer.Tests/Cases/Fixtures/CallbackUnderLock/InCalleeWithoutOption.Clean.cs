public sealed class Loop
{
    private readonly object _gate = new();
    private int _times;

    public event Action? Turned;

    public void Turn()
    {
        lock (_gate)
        {
            _times++;
            Raise();
        }
    }

    private void Raise() => Turned?.Invoke();
}
