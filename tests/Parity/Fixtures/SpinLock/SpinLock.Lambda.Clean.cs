// Guarded runs what it is given under _cells, and is never called under another lock.
using LockGraph;

namespace Parity.SpinLockLambdaClean;

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
        Guarded(() =>
        {
            _stepped += units;
            bool forcesTaken = false;
            try
            {
                _forces.Enter(ref forcesTaken);
                _forced++;
            }
            finally
            {
                if (forcesTaken)
                {
                    _forces.Exit();
                }
            }
        });
    }

    public void Spread()
    {
        Guarded(() => _stepped = 0);
        bool forcesTaken = false;
        try
        {
            _forces.Enter(ref forcesTaken);
            _forced = 0;
        }
        finally
        {
            if (forcesTaken)
            {
                _forces.Exit();
            }
        }
    }

    private void Guarded(Action body)
    {
        bool cellsTaken = false;
        try
        {
            _cells.Enter(ref cellsTaken);
            body();
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
