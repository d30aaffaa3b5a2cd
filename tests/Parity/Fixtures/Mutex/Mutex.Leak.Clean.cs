// The early return gives _pen back.
using LockGraph;

namespace Parity.MutexLeakClean;

public sealed class Plotter
{
    private readonly TrackedMutex _pen = new();
    private int _plotted;

    public static void Run()
    {
        var plotter = new Plotter();
        plotter.Plot(5);
    }

    public void Plot(int strokes)
    {
        _pen.WaitOne();
        try
        {
            _plotted += strokes;
            if (_plotted > 3)
            {
                return;
            }

            _plotted--;
        }
        finally
        {
            _pen.ReleaseMutex();
        }
    }
}
