public readonly struct Celsius(double degrees)
{
    public static readonly object Table = new();

    public double Degrees => degrees;

    public static implicit operator double(Celsius value)
    {
        lock (Table)
        {
            return value.Degrees;
        }
    }
}

public sealed class Almanac
{
    private readonly object _entries = new();
    private double _sum;

    public void Add(Celsius value)
    {
        lock (_entries)
        {
            _sum += value; // expect-any: LG1002
        }
    }

    public void Rebuild()
    {
        lock (Celsius.Table)
        {
            lock (_entries) { } // expect-any: LG1002
        }
    }
}
