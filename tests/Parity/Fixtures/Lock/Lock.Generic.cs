// All instantiations of a generic type share its lock classes; two of them disagree.
using LockGraph;

namespace Parity.LockGeneric;

public static class BrokerageDemo
{
    public static void Run()
    {
        var named = new Brokerage<string>();
        var numbered = new Brokerage<int>();
        named.Fill("first", 5);
        numbered.Reprice();
    }
}

public sealed class Brokerage<TKey>
    where TKey : notnull
{
    private readonly TrackedLock _orders = new();
    private readonly TrackedLock _positions = new();
    private readonly Dictionary<TKey, int> _byShares = [];
    private int _exposure;

    public void Fill(TKey key, int shares)
    {
        using (_orders.EnterScope())
        {
            _byShares[key] = shares;
            using (_positions.EnterScope()) // expect-any: LG1002 Brokerage<TKey>._orders > Brokerage<TKey>._positions
            {
                _exposure++;
            }
        }
    }

    public void Reprice()
    {
        using (_positions.EnterScope())
        {
            using (_orders.EnterScope()) // expect-any: LG1002 Brokerage<TKey>._orders > Brokerage<TKey>._positions
            {
                _exposure = _byShares.Count;
            }
        }
    }
}
