public sealed class Settings
{
    private readonly object _file = new();
    private readonly Lazy<int> _size;

    public Settings() => _size = new Lazy<int>(Measure);

    private int Measure()
    {
        lock (_file)
        {
            return 1;
        }
    }

    public int Save()
    {
        int size = _size.Value;
        lock (_file)
        {
            return size;
        }
    }
}
