using System.Globalization;
using LockGraph.Core;

namespace LockGraph.Cli.Replay;

/// <summary>Declared orders that a trace states by rank: within one order, lower ranks are taken first.</summary>
/// <remarks>
/// A rank is promised when the first lock of it appears. Until then nothing was ordered against it, so the promise comes in time for
/// everything that it can bind.
/// </remarks>
internal sealed class DeclaredRanks(LockOrderValidator validator)
{
    private readonly Dictionary<string, SortedSet<long>> _orders = new(StringComparer.Ordinal);

    /// <summary>The class of all locks of a rank.</summary>
    public string ClassName(string order, long rank)
    {
        if (!_orders.TryGetValue(order, out SortedSet<long>? ranks))
        {
            _orders.Add(order, ranks = []);
        }

        if (ranks.Add(rank))
        {
            string[] chain = [.. Neighbors(ranks, rank).Select(near => Name(order, near))];
            if (chain.Length > 1)
            {
                validator.Declare(OrderDeclaration.Chain($"order {order}", chain));
            }
        }

        return Name(order, rank);
    }

    private static IEnumerable<long> Neighbors(SortedSet<long> ranks, long rank)
    {
        if (rank > ranks.Min)
        {
            yield return ranks.GetViewBetween(ranks.Min, rank - 1).Max;
        }

        yield return rank;
        if (rank < ranks.Max)
        {
            yield return ranks.GetViewBetween(rank + 1, ranks.Max).Min;
        }
    }

    private static string Name(string order, long rank) => order + "[" + rank.ToString(CultureInfo.InvariantCulture) + "]";
}
