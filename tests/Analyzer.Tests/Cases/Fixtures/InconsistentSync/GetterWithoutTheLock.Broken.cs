public sealed class Meter
{
    private readonly object _gate = new();
    private int _level;

    public int Level
    {
        get => _level; // expect: LG2008
        set { lock (_gate) _level = value; }
    }

    public void Raise() { lock (_gate) _level++; }
}
