// The wait gives the queue back and keeps the statistics, which whoever pulses may need.
using LockGraph;

namespace Parity.MonitorConditionWait;

public sealed class Intake
{
    private readonly TrackedMonitor _statistics = new();
    private readonly TrackedMonitor _queue = new();
    private readonly Queue<string> _parcels = [];
    private int _waits;

    public static void Run()
    {
        var intake = new Intake();
        intake.Take();
    }

    public string? Take()
    {
        using (_statistics.EnterScope())
        {
            using (_queue.EnterScope())
            {
                while (_parcels.Count == 0 && _waits < 2)
                {
                    _waits++;
                    _queue.Wait(1); // expect: LG3005 Intake._statistics > Intake._queue
                }

                return _parcels.TryDequeue(out string? parcel) ? parcel : null;
            }
        }
    }
}
