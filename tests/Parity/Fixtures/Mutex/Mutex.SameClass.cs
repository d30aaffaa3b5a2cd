// Plot takes _pen of two Plotter objects; another caller may swap them.
using LockGraph;

namespace Parity.MutexSameClass;

public sealed class Plotter
{
    private readonly TrackedMutex _pen = new();
    private int _plotted;

    public static void Run()
    {
        var first = new Plotter();
        var second = new Plotter();
        first.Plot(second, 5);
    }

    public void Plot(Plotter other, int strokes)
    {
        _pen.WaitOne();
        try
        {
            other._pen.WaitOne(); // expect: LG1003 Plotter._pen
            try
            {
                _plotted -= strokes;
                other._plotted += strokes;
            }
            finally
            {
                other._pen.ReleaseMutex();
            }
        }
        finally
        {
            _pen.ReleaseMutex();
        }
    }
}
