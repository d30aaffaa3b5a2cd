public sealed class Settings
{
    private readonly object _values = new();
    private int _loaded;

    public int Get()
    {
        lock (_values)
        {
            LoadAsync().GetAwaiter().GetResult(); // expect: LG3002 // expect-any: LG1002
            return _loaded;
        }
    }

    private async Task LoadAsync()
    {
        await Task.Delay(1);
        Store(1); // expect-any: LG1002
    }

    private void Store(int value)
    {
        lock (_values) { _loaded = value; } // expect-any: LG1002
    }
}
