public sealed class Sensor
{
    private readonly object _reading = new();

    public event Action? Changed;

    public void Update()
    {
        lock (_reading)
        {
            Changed?.Invoke(); // expect-any: LG1002
        }
    }

    public int Read() { lock (_reading) { return 1; } }
}

public sealed class Panel
{
    private readonly object _screen = new();
    private readonly Sensor _sensor;

    public Panel(Sensor sensor)
    {
        _sensor = sensor;
        sensor.Changed += Redraw;
    }

    private void Redraw() { lock (_screen) { } }

    public int Refresh()
    {
        lock (_screen)
        {
            return _sensor.Read(); // expect-any: LG1002
        }
    }
}
