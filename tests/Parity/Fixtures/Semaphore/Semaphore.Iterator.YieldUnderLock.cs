// The body of the consumer runs under the lock of the iterator.
using LockGraph;

namespace Parity.SemaphoreIteratorYieldUnderLock;

public sealed class Fleet
{
    private readonly TrackedSemaphore _ships = new(1, 1);
    private readonly TrackedSemaphore _harbor = new(1, 1);
    private readonly List<string> _names = ["Aurora", "Belle"];
    private int _docked;

    public static void Run()
    {
        var fleet = new Fleet();
        fleet.Dock();
        fleet.Rename();
    }

    public void Dock()
    {
        foreach (string ship in Ships())
        {
            _harbor.Wait(); // expect-any: LG1002 Fleet._harbor > Fleet._ships
            try
            {
                _docked += ship.Length;
            }
            finally
            {
                _harbor.Release();
            }
        }
    }

    public void Rename()
    {
        _harbor.Wait();
        try
        {
            _ships.Wait(); // expect-any: LG1002 Fleet._harbor > Fleet._ships
            try
            {
                _names[0] = "Comet";
            }
            finally
            {
                _ships.Release();
            }
        }
        finally
        {
            _harbor.Release();
        }
    }

    private IEnumerable<string> Ships()
    {
        _ships.Wait();
        try
        {
            foreach (string name in _names)
            {
                yield return name;
            }
        }
        finally
        {
            _ships.Release();
        }
    }
}
