// The lock is a property, and is taken from the outside.
using LockGraph;

namespace Parity.LockPropertyGate;

public sealed class Volume
{
    public TrackedLock Gate { get; } = new();

    public int Pages { get; set; }
}

public sealed class Bookcase
{
    private readonly TrackedLock _shelf = new();
    private readonly Volume _first = new();
    private int _pages;

    public static void Run()
    {
        var bookcase = new Bookcase();
        bookcase.Add(3);
        bookcase.Count();
    }

    public void Add(int pages)
    {
        using (_shelf.EnterScope())
        {
            using (_first.Gate.EnterScope()) // expect-any: LG1002 Bookcase._shelf > Volume.Gate
            {
                _first.Pages += pages;
            }
        }
    }

    public void Count()
    {
        using (_first.Gate.EnterScope())
        {
            using (_shelf.EnterScope()) // expect-any: LG1002 Bookcase._shelf > Volume.Gate
            {
                _pages = _first.Pages;
            }
        }
    }
}
