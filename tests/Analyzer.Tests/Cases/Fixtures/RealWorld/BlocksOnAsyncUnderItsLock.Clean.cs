public sealed class Settings
{
    private readonly object _values = new();
    private int _loaded;

    public int Get()
    {
        LoadAsync().GetAwaiter().GetResult();
        lock (_values)
        {
            return _loaded;
        }
    }

    private async Task LoadAsync()
    {
        await Task.Delay(1);
        lock (_values) { _loaded = 1; }
    }
}
