public sealed class Thermostat(Boiler boiler)
{
    private readonly object _dial = new();
    private int _target;

    public int Target { get { lock (_dial) { return _target; } } }

    public bool Cold()
    {
        lock (_dial)
        {
            return boiler.Water < _target; // expect-any: LG1002
        }
    }
}

public sealed class Boiler(Thermostat thermostat)
{
    private readonly object _tank = new();
    private int _water;

    public int Water { get { lock (_tank) { return _water; } } }

    public void Heat()
    {
        lock (_tank)
        {
            if (_water < thermostat.Target) // expect-any: LG1002
            {
                _water++;
            }
        }
    }
}
