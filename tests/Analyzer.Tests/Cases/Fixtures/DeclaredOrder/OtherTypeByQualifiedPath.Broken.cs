public static class Registry
{
    public static readonly object Gate = new();
}

public sealed class Plugin
{
    [AcquiredAfter("Registry.Gate")]
    private readonly object _state = new();

    public void Load()
    {
        lock (_state)
        {
            lock (Registry.Gate) { } // expect: LG1001
        }
    }
}
