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
        _cells.Enter(ref cellsTaken);
        try
        {
            foreach (int one in units)
            {
                bool forcesTaken = false;
                _forces.Enter(ref forcesTaken);
                try
                {
                    _forced += one;
                }
                finally
                {
                    _forces.Exit();
                }
            }
        }
        finally
        {
            _cells.Exit();
        }
    }

    public void Spread()
    {
        for (int round = 0; round < 2; round++)
        {
            bool cellsTaken = false;
            _cells.Enter(ref cellsTaken);
            try
            {
                bool forcesTaken = false;
                _forces.Enter(ref forcesTaken);
                try
                {
                    _stepped += _forced;
                }
                finally
                {
                    _forces.Exit();
                }
            }
            finally
            {
                _cells.Exit();
            }
        }
    }
}
