public sealed class Profile
{
    private readonly object _gate = new();
    private int _version;

    public async Task SaveAsync(Stream target)
    {
        Monitor.Enter(_gate);
        try
        {
            _version++;
            await target.FlushAsync(); // LG3001
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }
}
