// Spread has given _cells back before it takes _forces.
using LockGraph;

namespace Parity.SpinLockAcrossMethodsClean;

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
        bool cellsTaken = false;
        try
        {
            _cells.Enter(ref cellsTaken);
            _stepped += units;
            Propagate(units);
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
        int stepped = Current();
        bool forcesTaken = false;
        try
        {
            _forces.Enter(ref forcesTaken);
            _forced = stepped;
        }
        finally
        {
            if (forcesTaken)
            {
                _forces.Exit();
            }
        }
    }

    private void Propagate(int units)
    {
        Adjust(units);
    }

    private void Adjust(int units)
    {
        bool forcesTaken = false;
        try
        {
            _forces.Enter(ref forcesTaken);
            _forced += units;
        }
        finally
        {
            if (forcesTaken)
            {
                _forces.Exit();
            }
        }
    }

    private int Current()
    {
        bool cellsTaken = false;
        try
        {
            _cells.Enter(ref cellsTaken);
            return _stepped;
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
