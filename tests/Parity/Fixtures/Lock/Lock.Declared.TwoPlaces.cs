// Two methods break one promise; a run tells of the first.
using LockGraph;

namespace Parity.LockDeclaredTwoPlaces;

public sealed class Surgery
{
    [AcquiredBefore("_patients")]
    private readonly TrackedLock _rooms = new();

    private readonly TrackedLock _patients = new();
    private int _treated;

    public static void Run()
    {
        var surgery = new Surgery();
        surgery.Treat(1);
        surgery.Discharge(1);
    }

    public void Treat(int patients)
    {
        using (_patients.EnterScope())
        {
            using (_rooms.EnterScope()) // expect-any: LG1001 Surgery._patients > Surgery._rooms
            {
                _treated += patients;
            }
        }
    }

    public void Discharge(int patients)
    {
        using (_patients.EnterScope())
        {
            using (_rooms.EnterScope()) // expect-any: LG1001 Surgery._patients > Surgery._rooms
            {
                _treated -= patients;
            }
        }
    }
}
