public interface IMeter
{
    void Read();
}

public sealed class WaterMeter(Waterworks works) : IMeter
{
    private readonly object _dial = new();

    public void Read() { lock (_dial) { } }

    public void Calibrate()
    {
        lock (_dial) { }
        works.Report();
    }
}

public sealed class Waterworks
{
    private readonly object _mains = new();
    private readonly List<IMeter> _meters = [];

    public void Report() { lock (_mains) { } }

    public void ReadAll()
    {
        lock (_mains)
        {
            foreach (IMeter meter in _meters)
            {
                meter.Read();
            }
        }
    }
}
