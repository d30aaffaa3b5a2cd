public sealed class Settings
{
    private readonly object _values = new();
    private readonly object _file = new();
    private int _loaded;

    public int Get()
    {
        LoadAsync().GetAwaiter().GetResult();
        lock (_values)
        {
            return _loaded;
        }
    }

    public void Touch()
    {
        lock (_file)
        {
            TouchAsync().Wait(); // expect: LG3002
        }
    }

    private async Task LoadAsync()
    {
        await Task.Delay(1);
        lock (_values) { _loaded = 1; }
    }

    // What it locks it locks before it is suspended: on the thread that holds the lock already.
    private async Task TouchAsync()
    {
        lock (_file) { }
        await Task.Delay(1);
    }
}
