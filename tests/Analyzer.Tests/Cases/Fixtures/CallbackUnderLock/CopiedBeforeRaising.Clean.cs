public sealed class Loop
{
    private readonly object _gate = new();

    public event Action? Turned;

    public void Turn()
    {
        Action? turned;
        lock (_gate)
        {
            turned = Turned;
        }

        turned?.Invoke();
    }
}
