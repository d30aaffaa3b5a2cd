// Adding two paintings looks at both, one after the other, each under its lock.
using LockGraph;

namespace Parity.LockOperator;

public sealed class Painting
{
    private readonly TrackedLock _frame = new();
    private int _visitors;

    public static int operator +(Painting left, Painting right) => left.Visitors() + right.Visitors();

    public int Visitors()
    {
        using (_frame.EnterScope()) // expect-any: LG1002 Exhibition._rooms > Painting._frame
        {
            return _visitors;
        }
    }

    public void Rehang(Exhibition exhibition)
    {
        using (_frame.EnterScope())
        {
            _visitors = exhibition.Rooms(); // expect-any: LG1002 Exhibition._rooms > Painting._frame
        }
    }
}

public sealed class Exhibition
{
    private readonly TrackedLock _rooms = new();
    private readonly Painting _first = new();
    private readonly Painting _second = new();
    private int _total;

    public static void Run()
    {
        var exhibition = new Exhibition();
        exhibition.Count();
        exhibition._first.Rehang(exhibition);
    }

    public void Count()
    {
        using (_rooms.EnterScope())
        {
            _total = _first + _second; // expect-any: LG1002 Exhibition._rooms > Painting._frame
        }
    }

    public int Rooms()
    {
        using (_rooms.EnterScope()) // expect-any: LG1002 Exhibition._rooms > Painting._frame
        {
            return _total;
        }
    }
}
