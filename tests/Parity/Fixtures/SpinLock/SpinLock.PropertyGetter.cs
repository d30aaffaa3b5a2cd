// Reading Total takes _forces, and nobody sees it from the outside.
using LockGraph;

namespace Parity.SpinLockPropertyGetter;

public sealed class ParticleGrid
{
    private readonly TrackedSpinLock _cells = new();
    private readonly TrackedSpinLock _forces = new();
    private int _stepped;
    private int _forced;

    public static void Run()
    {
        var particleGrid = new ParticleGrid();
        particleGrid.Step(5);
        particleGrid.Spread();
    }

    public int Total
    {
        get
        {
            bool forcesTaken = false;
            try
            {
                _forces.Enter(ref forcesTaken); // expect-any: LG1002 ParticleGrid._cells > ParticleGrid._forces
                return _forced;
            }
            finally
            {
                if (forcesTaken)
                {
                    _forces.Exit();
                }
            }
        }
    }

    public void Step(int units)
    {
        bool cellsTaken = false;
        try
        {
            _cells.Enter(ref cellsTaken);
            _stepped = Total + units; // expect-any: LG1002 ParticleGrid._cells > ParticleGrid._forces
        }
        finally
        {
            if (cellsTaken)
            {
                _cells.Exit();
            }
        }
    }

    public void Spread()
    {
        bool forcesTaken = false;
        try
        {
            _forces.Enter(ref forcesTaken);
            _forced++;
            bool cellsTaken = false;
            try
            {
                _cells.Enter(ref cellsTaken); // expect-any: LG1002 ParticleGrid._cells > ParticleGrid._forces
                _stepped = 0;
            }
            finally
            {
                if (cellsTaken)
                {
                    _cells.Exit();
                }
            }
        }
        finally
        {
            if (forcesTaken)
            {
                _forces.Exit();
            }
        }
    }
}
