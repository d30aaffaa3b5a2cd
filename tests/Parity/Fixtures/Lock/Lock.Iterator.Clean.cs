// The iterator takes _orders when it is first moved; Reprice takes _positions between the moves.
using LockGraph;

namespace Parity.LockIteratorClean;

public sealed class Brokerage
{
    private readonly TrackedLock _orders = new();
    private readonly TrackedLock _positions = new();
    private readonly List<int> _shares = [];
    private int _exposure;

    public static void Run()
    {
        var brokerage = new Brokerage();
        brokerage.Fill(5);
        brokerage.Reprice();
    }

    public void Fill(int shares)
    {
        using (_orders.EnterScope())
        {
            _shares.Add(shares);
            using (_positions.EnterScope())
            {
                _exposure++;
            }
        }
    }

    public void Reprice()
    {
        foreach (int one in All())
        {
            using (_positions.EnterScope())
            {
                _exposure += one;
            }
        }
    }

    public IEnumerable<int> All()
    {
        int[] copy;
        using (_orders.EnterScope())
        {
            copy = [.. _shares];
        }
        foreach (int one in copy)
        {
            yield return one;
        }
    }
}
