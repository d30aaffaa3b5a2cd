// Guarded runs what it is given under _pen, and is never called under another lock.
using LockGraph;

namespace Parity.MutexLambdaClean;

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
        Guarded(() =>
        {
            _plotted += strokes;
            _paper.WaitOne();
            try
            {
                _fed++;
            }
            finally
            {
                _paper.ReleaseMutex();
            }
        });
    }

    public void Feed()
    {
        Guarded(() => _plotted = 0);
        _paper.WaitOne();
        try
        {
            _fed = 0;
        }
        finally
        {
            _paper.ReleaseMutex();
        }
    }

    private void Guarded(Action body)
    {
        _pen.WaitOne();
        try
        {
            body();
        }
        finally
        {
            _pen.ReleaseMutex();
        }
    }
}
