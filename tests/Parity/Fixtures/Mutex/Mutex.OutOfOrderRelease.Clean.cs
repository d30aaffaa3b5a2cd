// _pen is given back first; the order of taking is the same everywhere.
using LockGraph;

namespace Parity.MutexOutOfOrderReleaseClean;

public sealed class Plotter
{
    private readonly TrackedMutex _pen = new();
    private readonly TrackedMutex _paper = new();
    private int _plotted;
    private int _fed;

    public static void Run()
    {
        var plotter = new Plotter();
        plotter.Plot(5);
        plotter.Feed();
    }

    public void Plot(int strokes)
    {
        _pen.WaitOne();
        try
        {
            _plotted += strokes;
            _paper.WaitOne();
        }
        finally
        {
            _pen.ReleaseMutex();
        }

        try
        {
            _fed++;
        }
        finally
        {
            _paper.ReleaseMutex();
        }
    }

    public void Feed()
    {
        _pen.WaitOne();
        try
        {
            _paper.WaitOne();
            try
            {
                _fed = _plotted;
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
