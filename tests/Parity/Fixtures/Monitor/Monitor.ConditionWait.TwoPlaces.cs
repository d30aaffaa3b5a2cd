// Two methods pulse without the monitor; each is a defect of its own.
using LockGraph;

namespace Parity.MonitorConditionWaitTwoPlaces;

public sealed class Doorbell
{
    private readonly TrackedMonitor _door = new();
    private int _rings;

    public static void Run()
    {
        var bell = new Doorbell();
        foreach (Action ring in new Action[] { bell.Ring, bell.RingAll })
        {
            try
            {
                ring();
            }
            catch (SynchronizationLockException)
            {
                bell._rings = 0;
            }
        }
    }

    public void Ring()
    {
        _rings++;
        _door.Pulse(); // expect: LG3005 Doorbell._door
    }

    public void RingAll()
    {
        _rings += 2;
        _door.PulseAll(); // expect: LG3005 Doorbell._door
    }
}
