// The inner lock is taken and given back in each round, and both locks between the rounds.
using LockGraph;

namespace Parity.MutexLoopClean;

public sealed class Plotter
{
    private readonly TrackedMutex _pen = new();
    private readonly TrackedMutex _paper = new();
    private int _plotted;
    private int _fed;

    public static void Run()
    {
        var plotter = new Plotter();
        plotter.Plot([1, 2, 3]);
        plotter.Feed();
    }

    public void Plot(int[] strokes)
    {
        _pen.WaitOne();
        try
        {
            foreach (int one in strokes)
            {
                _paper.WaitOne();
                try
                {
                    _fed += one;
                }
                finally
                {
                    _paper.ReleaseMutex();
                }
            }
        }
        finally
        {
            _pen.ReleaseMutex();
        }
    }

    public void Feed()
    {
        for (int round = 0; round < 2; round++)
        {
            _pen.WaitOne();
            try
            {
                _paper.WaitOne();
                try
                {
                    _plotted += _fed;
                }
                finally
                {
                    _paper.ReleaseMutex();
                }
            }
            finally
            {
                _pen.ReleaseMutex();
            }
        }
    }
}
