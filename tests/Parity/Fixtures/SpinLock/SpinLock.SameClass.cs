// Step takes _cells of two ParticleGrid objects; another caller may swap them.
using LockGraph;

namespace Parity.SpinLockSameClass;

public sealed class ParticleGrid
{
    private readonly TrackedSpinLock _cells = new();
    private int _stepped;

    public static void Run()
    {
        var first = new ParticleGrid();
        var second = new ParticleGrid();
        first.Step(second, 5);
    }

    public void Step(ParticleGrid other, int units)
    {
        bool cellsTaken = false;
        try
        {
            _cells.Enter(ref cellsTaken);
            bool otherTaken = false;
            try
            {
                other._cells.Enter(ref otherTaken); // expect: LG1003 ParticleGrid._cells
                _stepped -= units;
                other._stepped += units;
            }
            finally
            {
                if (otherTaken)
                {
                    other._cells.Exit();
                }
            }
        }
        finally
        {
            if (cellsTaken)
            {
                _cells.Exit();
            }
        }
    }
}
