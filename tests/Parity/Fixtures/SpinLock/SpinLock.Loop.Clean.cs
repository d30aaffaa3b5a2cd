// The inner lock is taken and given back in each round, and both locks between the rounds.
using LockGraph;

namespace Parity.SpinLockLoopClean;

public sealed class ParticleGrid
{
    private readonly TrackedSpinLock _cells = new();
    private readonly TrackedSpinLock _forces = new();
    private int _stepped;
    private int _forced;

    public static void Run()
    {
        var particleGrid = new ParticleGrid();
        particleGrid.Step([1, 2, 3]);
        particleGrid.Spread();
    }

    public void Step(int[] units)
    {
        bool cellsTaken = false;
        try
        {
            _cells.Enter(ref cellsTaken);
            foreach (int one in units)
            {
                bool forcesTaken = false;
                try
                {
                    _forces.Enter(ref forcesTaken);
                    _forced += one;
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
        for (int round = 0; round < 2; round++)
        {
            bool cellsTaken = false;
            try
            {
                _cells.Enter(ref cellsTaken);
                bool forcesTaken = false;
                try
                {
                    _forces.Enter(ref forcesTaken);
                    _stepped += _forced;
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
}
