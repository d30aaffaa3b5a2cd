// The lock of the base class is one class, whichever type takes it.
using LockGraph;

namespace Parity.LockInherited;

public abstract class Vehicle
{
    protected TrackedLock Gate { get; } = new();

    protected int Distance { get; set; }

    public void Drive(int distance)
    {
        using (Gate.EnterScope()) // expect-any: LG1002 Truck._cargo > Vehicle.Gate
        {
            Distance += distance;
        }
    }
}

public sealed class Truck : Vehicle
{
    private readonly TrackedLock _cargo = new();
    private int _crates;

    public static void Run()
    {
        var truck = new Truck();
        truck.Load(3);
        truck.Deliver();
    }

    public void Load(int crates)
    {
        using (Gate.EnterScope())
        {
            using (_cargo.EnterScope()) // expect-any: LG1002 Truck._cargo > Vehicle.Gate
            {
                _crates += crates;
            }
        }
    }

    public void Deliver()
    {
        using (_cargo.EnterScope())
        {
            _crates = 0;
            Drive(12); // expect-any: LG1002 Truck._cargo > Vehicle.Gate
        }
    }
}
