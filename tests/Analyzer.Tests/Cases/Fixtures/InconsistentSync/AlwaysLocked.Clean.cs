public sealed class Meter
{
    private readonly object _gate = new();
    private int _level;

    public Meter() => _level = 1;

    public int Level
    {
        get { lock (_gate) return _level; }
        set { lock (_gate) _level = value; }
    }
}
