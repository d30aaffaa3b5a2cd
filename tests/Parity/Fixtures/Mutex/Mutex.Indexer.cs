// Reading a cell takes its sheet's lock.
using LockGraph;

namespace Parity.MutexIndexer;

public sealed class Sheet
{
    private readonly TrackedMutex _cells = new();
    private readonly TrackedMutex _styles = new();
    private readonly int[] _values = new int[8];
    private int _bold;

    public static void Run()
    {
        var sheet = new Sheet();
        sheet.Embolden(3);
        sheet.Restyle(3);
    }

    public int this[int cell]
    {
        get
        {
            _cells.WaitOne(); // expect-any: LG1002 Sheet._cells > Sheet._styles
            try
            {
                return _values[cell];
            }
            finally
            {
                _cells.ReleaseMutex();
            }
        }
    }

    public void Embolden(int cell)
    {
        _styles.WaitOne();
        try
        {
            _bold = this[cell]; // expect-any: LG1002 Sheet._cells > Sheet._styles
        }
        finally
        {
            _styles.ReleaseMutex();
        }
    }

    public void Restyle(int cell)
    {
        _cells.WaitOne();
        try
        {
            _styles.WaitOne(); // expect-any: LG1002 Sheet._cells > Sheet._styles
            _values[cell] = _bold;
            _styles.ReleaseMutex();
        }
        finally
        {
            _cells.ReleaseMutex();
        }
    }
}
