// Each part of Plotter is in order by itself.
using LockGraph;

namespace Parity.MutexPartialClass;

public sealed partial class Plotter
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
            Update(); // expect-any: LG1002 Plotter._paper > Plotter._pen
        }
        finally
        {
            _pen.ReleaseMutex();
        }
    }

    private partial void Update();
}

public sealed partial class Plotter
{
    public void Feed()
    {
        _paper.WaitOne();
        try
        {
            _pen.WaitOne(); // expect-any: LG1002 Plotter._paper > Plotter._pen
            try
            {
                _fed = _plotted;
            }
            finally
            {
                _pen.ReleaseMutex();
            }
        }
        finally
        {
            _paper.ReleaseMutex();
        }
    }

    private partial void Update()
    {
        _paper.WaitOne(); // expect-any: LG1002 Plotter._paper > Plotter._pen
        try
        {
            _fed++;
        }
        finally
        {
            _paper.ReleaseMutex();
        }
    }
}
