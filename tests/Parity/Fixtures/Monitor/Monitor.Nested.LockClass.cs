// Two members of one named class are one class, whatever they are called.
using LockGraph;

namespace Parity.MonitorNestedLockClass;

public sealed class Depository
{
    [LockClass("vault.door")]
    private readonly TrackedMonitor _frontDoor = new();
    private readonly TrackedMonitor _boxes = new();
    private int _opened;

    public static void Run()
    {
        var depository = new Depository();
        depository.Open();
        new Annex(depository).Open();
    }

    public void Open()
    {
        using (_frontDoor.EnterScope())
        {
            Count(); // expect-any: LG1002 Depository._boxes > vault.door
        }
    }

    public void Count()
    {
        using (_boxes.EnterScope()) // expect-any: LG1002 Depository._boxes > vault.door
        {
            _opened++;
        }
    }

    public void Under(Action body)
    {
        using (_boxes.EnterScope())
        {
            body(); // expect-any: LG1002 Depository._boxes > vault.door
        }
    }
}

public sealed class Annex(Depository depository)
{
    [LockClass("vault.door")]
    private readonly TrackedMonitor _sideDoor = new();
    private int _visits;

    public void Open() => depository.Under(() =>
    {
        using (_sideDoor.EnterScope()) // expect-any: LG1002 Depository._boxes > vault.door
        {
            _visits++;
        }
    });
}
