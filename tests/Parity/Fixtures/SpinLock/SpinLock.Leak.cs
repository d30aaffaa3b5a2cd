// The early return keeps _cells.
using LockGraph;

namespace Parity.SpinLockLeak;

public sealed class ParticleGrid
{
    private readonly TrackedSpinLock _cells = new();
    private int _stepped;

    public static void Run()
    {
        var particleGrid = new ParticleGrid();
        particleGrid.Step(5);
    }

    public void Step(int units)
    {
        bool cellsTaken = false;
        _cells.Enter(ref cellsTaken); // expect: LG2004 ParticleGrid._cells
        _stepped += units;
        if (_stepped > 3)
        {
            return;
        }

        _cells.Exit();
    }
}
