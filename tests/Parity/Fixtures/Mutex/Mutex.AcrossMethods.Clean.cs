// Feed has given _pen back before it takes _paper.
using LockGraph;

namespace Parity.MutexAcrossMethodsClean;

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
            Propagate(strokes);
        }
        finally
        {
            _pen.ReleaseMutex();
        }
    }

    public void Feed()
    {
        int plotted = Current();
        _paper.WaitOne();
        try
        {
            _fed = plotted;
        }
        finally
        {
            _paper.ReleaseMutex();
        }
    }

    private void Propagate(int strokes)
    {
        Adjust(strokes);
    }

    private void Adjust(int strokes)
    {
        _paper.WaitOne();
        try
        {
            _fed += strokes;
        }
        finally
        {
            _paper.ReleaseMutex();
        }
    }

    private int Current()
    {
        _pen.WaitOne();
        try
        {
            return _plotted;
        }
        finally
        {
            _pen.ReleaseMutex();
        }
    }
}
