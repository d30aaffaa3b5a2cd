// The override takes a lock that the base class knows nothing of.
using LockGraph;

namespace Parity.MonitorVirtual;

public abstract class Sensor
{
    private readonly TrackedMonitor _readings = new();
    private int _last;

    public void Poll()
    {
        using (_readings.EnterScope())
        {
            _last = Read(); // expect-any: LG1002 Sensor._readings > Thermometer._bus
        }
    }

    public int Last()
    {
        using (_readings.EnterScope()) // expect-any: LG1002 Sensor._readings > Thermometer._bus
        {
            return _last;
        }
    }

    protected abstract int Read();
}

public sealed class Thermometer : Sensor
{
    private readonly TrackedMonitor _bus = new();
    private int _offset;

    public static void Run()
    {
        var thermometer = new Thermometer();
        thermometer.Poll();
        thermometer.Calibrate();
    }

    public void Calibrate()
    {
        using (_bus.EnterScope())
        {
            _offset = Last(); // expect-any: LG1002 Sensor._readings > Thermometer._bus
        }
    }

    protected override int Read()
    {
        using (_bus.EnterScope()) // expect-any: LG1002 Sensor._readings > Thermometer._bus
        {
            return 20 + _offset;
        }
    }
}
