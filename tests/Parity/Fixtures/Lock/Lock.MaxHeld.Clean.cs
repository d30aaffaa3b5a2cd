// A station has three locks of one class in rank; two of them may be held at once, and are.
using LockGraph;

namespace Parity.LockMaxHeldClean;

public sealed class Station
{
    [LockClass("station.track")]
    [LockSubclass(0)]
    [MaxHeld(2)]
    private readonly TrackedLock _north = new();

    [LockClass("station.track")]
    [LockSubclass(1)]
    [MaxHeld(2)]
    private readonly TrackedLock _middle = new();

    [LockClass("station.track")]
    [LockSubclass(2)]
    [MaxHeld(2)]
    private readonly TrackedLock _south = new();

    private int _moved;

    public static void Run()
    {
        var station = new Station();
        station.Shunt();
    }

    public void Shunt()
    {
        using (_north.EnterScope())
        {
            using (_middle.EnterScope())
            {
                _moved++;
            }
        }

        using (_south.EnterScope())
        {
            _moved--;
        }
    }
}
