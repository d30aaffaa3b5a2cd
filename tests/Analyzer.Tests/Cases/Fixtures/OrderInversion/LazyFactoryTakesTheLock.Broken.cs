public sealed class Settings
{
    private readonly object _file = new();
    private readonly Lazy<int> _size;

    public Settings() => _size = new Lazy<int>(Measure);

    private int Measure()
    {
        lock (_file) // expect-any: LG1002
        {
            return 1;
        }
    }

    public int Size => _size.Value;

    public int Save()
    {
        lock (_file)
        {
            return _size.Value; // expect-any: LG1002
        }
    }
}
