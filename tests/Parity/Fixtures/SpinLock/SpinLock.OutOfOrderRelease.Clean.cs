// _cells is given back first; the order of taking is the same everywhere.
using LockGraph;

namespace Parity.SpinLockOutOfOrderReleaseClean;

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

    public void Step(int units)
    {
        bool forcesTaken = false;
        bool cellsTaken = false;
        _cells.Enter(ref cellsTaken);
        try
        {
            _stepped += units;
            _forces.Enter(ref forcesTaken);
        }
        finally
        {
            _cells.Exit();
        }

        try
        {
            _forced++;
        }
        finally
        {
            _forces.Exit();
        }
    }

    public void Spread()
    {
        bool cellsTaken = false;
        try
        {
            _cells.Enter(ref cellsTaken);
            bool forcesTaken = false;
            try
            {
                _forces.Enter(ref forcesTaken);
                _forced = _stepped;
            }
            finally
            {
                if (forcesTaken)
                {
                    _forces.Exit();
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
