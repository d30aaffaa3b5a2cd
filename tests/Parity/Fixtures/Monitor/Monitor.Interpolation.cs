// The hole of the string calls ToString, which takes a lock.
using LockGraph;

namespace Parity.MonitorInterpolation;

public sealed class Station
{
    private readonly TrackedMonitor _signal = new();
    private readonly TrackedMonitor _log = new();
    private string _last = "";
    private int _number;

    public static void Run()
    {
        var station = new Station();
        station.Log();
        station.Reset();
    }

    public override string ToString()
    {
        using (_signal.EnterScope()) // expect-any: LG1002 Station._log > Station._signal
        {
            return "station " + _number;
        }
    }

    public void Log()
    {
        using (_log.EnterScope())
        {
            _last = $"{this} is open"; // expect-any: LG1002 Station._log > Station._signal
        }
    }

    public void Reset()
    {
        using (_signal.EnterScope())
        {
            using (_log.EnterScope()) // expect-any: LG1002 Station._log > Station._signal
            {
                _number = _last.Length;
            }
        }
    }
}
