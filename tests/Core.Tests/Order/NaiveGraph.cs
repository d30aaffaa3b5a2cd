namespace LockGraph.Core.Tests.Order;

/// <summary>
/// What the lock-order graph must answer, by brute force: every simple way round is enumerated, nothing is ranked, covered or pruned.
/// </summary>
internal sealed class NaiveGraph
{
    private readonly List<NaiveEdge> _apart = [];

    public SortedSet<int> Nodes { get; } = [];

    public List<NaiveEdge> Edges { get; } = [];

    public NaiveEdge? Find(int outer, int inner) => Edges.Find(edge => edge.Outer == outer && edge.Inner == inner);

    public void RemoveNode(int node)
    {
        Nodes.Remove(node);
        Edges.RemoveAll(edge => edge.Outer == node || edge.Inner == node);
        _apart.RemoveAll(edge => edge.Outer == node || edge.Inner == node);
        foreach (NaiveEdge edge in _apart.ToList())
        {
            foreach (EdgeStrength strength in edge.Apart.OrderDescending().ToList())
            {
                if (WaysRound(edge, strength).Count == 0)
                {
                    edge.Guarded.Remove(strength);
                    edge.Real.Remove(strength);
                    edge.InOrder.Add(strength);
                }
            }

            if (!edge.Apart.Any())
            {
                _apart.Remove(edge);
                edge.Reports.Clear();
            }
        }

        foreach (NaiveEdge edge in _apart)
        {
            edge.Due.Clear();
            edge.Due.UnionWith(edge.Guarded.Where(strength => Ungated(edge, strength) is not null));
        }
    }

    /// <summary>Takes in an occurrence and says which cycles must be reported, in order.</summary>
    public (bool IsNew, bool GatesShrank, List<string> Cycles) Observe(in EdgeOccurrence occurrence)
    {
        var reports = new List<string>();
        int outer = occurrence.Outer;
        int inner = occurrence.Inner;
        NaiveEdge? edge = Find(outer, inner);
        bool isNew = edge is null;
        if (edge is null)
        {
            edge = new NaiveEdge(outer, inner);
            Edges.Add(edge);
        }

        HashSet<long> before = edge.Excuse;
        edge.Count++;
        edge.Provenance |= occurrence.Provenance;
        edge.ModePairs.Add((occurrence.OuterMode, occurrence.InnerMode));
        if (occurrence.Provenance != EdgeProvenance.Declared)
        {
            HashSet<long> gates = [.. occurrence.Gates!.Instances];
            edge.Gates = edge.Gates is null ? gates : [.. edge.Gates.Intersect(gates)];
            edge.Flows.Add(occurrence.Flow);
        }

        bool shrank = !isNew && edge.Excuse.Count < before.Count;
        EdgeStrength strength = StrengthOf(occurrence.OuterMode, occurrence.InnerMode);
        bool joins = false;
        if (!edge.InOrder.Contains(strength) && !edge.Apart.Contains(strength))
        {
            List<int[]> ways = WaysRound(edge, strength);
            joins = ways.Count == 0;
            if (joins)
            {
                edge.InOrder.Add(strength);
            }
            else
            {
                if (!_apart.Contains(edge))
                {
                    _apart.Add(edge);
                }

                int[]? ungated = Ungated(edge, strength);
                bool shortestIsReal = Gates(edge, ways[0]).Count == 0;
                (ungated is null ? edge.Guarded : edge.Real).Add(strength);
                Report(edge, strength, shortestIsReal ? ways[0] : ungated ?? ways[0], ungated is null, reports);
            }
        }

        foreach (NaiveEdge apart in _apart)
        {
            IEnumerable<EdgeStrength> asked = joins || shrank
                ? (apart == edge ? apart.Guarded : apart.Guarded.Except(apart.Due))
                : (apart == edge ? apart.Due : []);
            foreach (EdgeStrength guarded in asked.OrderDescending().ToList())
            {
                if (Ungated(apart, guarded) is { } ungated)
                {
                    apart.Guarded.Remove(guarded);
                    apart.Due.Remove(guarded);
                    apart.Real.Add(guarded);
                    Report(apart, guarded, ungated, isGuarded: false, reports);
                }
            }
        }

        return (isNew, shrank, reports);
    }

    public static string Print(IEnumerable<int> nodes, EdgeStrength closing, bool isGuarded) =>
        string.Join(" > ", nodes) + " by " + closing + (isGuarded ? ", guarded" : "");

    private static EdgeStrength StrengthOf(LockMode outer, LockMode inner) => (outer, inner) switch
    {
        (LockMode.Write, LockMode.ReadRecursive) => EdgeStrength.ExclusiveRecursive,
        (LockMode.Write, _) => EdgeStrength.ExclusiveBlocking,
        (_, LockMode.ReadRecursive) => EdgeStrength.SharedRecursive,
        _ => EdgeStrength.SharedBlocking,
    };

    private static void Report(NaiveEdge edge, EdgeStrength strength, int[] way, bool isGuarded, List<string> reports)
    {
        string nodes = string.Join(" ", way);
        if (!edge.Reports.Contains((nodes, false)) && !(isGuarded && edge.Reports.Contains((nodes, true))))
        {
            edge.Reports.Add((nodes, isGuarded));
            reports.Add(Print(way.Prepend(edge.Outer), strength, isGuarded));
        }
    }

    private int[]? Ungated(NaiveEdge edge, EdgeStrength strength) => WaysRound(edge, strength).Find(way => Gates(edge, way).Count == 0);

    private HashSet<long> Gates(NaiveEdge closing, int[] way)
    {
        HashSet<long> gates = [.. closing.Excuse];
        for (int i = 1; i < way.Length; i++)
        {
            gates.IntersectWith(Find(way[i - 1], way[i])!.Excuse);
        }

        return gates;
    }

    /// <summary>All simple strong ways from the inner to the outer end: shortest first, then by nodes.</summary>
    private List<int[]> WaysRound(NaiveEdge closing, EdgeStrength strength)
    {
        var ways = new Dictionary<string, int[]>();
        Walk([closing.Inner], IsRecursive(strength));
        return [.. ways.Values.OrderBy(way => way.Length).ThenBy(way => string.Concat(way.Select(node => node.ToString("D4"))), StringComparer.Ordinal)];

        void Walk(List<int> path, bool lastWasRecursive)
        {
            if (path[^1] == closing.Outer)
            {
                if (!lastWasRecursive || IsExclusive(strength))
                {
                    ways[string.Join(" ", path)] = [.. path];
                }

                return;
            }

            foreach (NaiveEdge edge in Edges.Where(edge => edge.Outer == path[^1] && !path.Contains(edge.Inner)))
            {
                foreach (EdgeStrength step in edge.InOrder.Where(step => !lastWasRecursive || IsExclusive(step)))
                {
                    Walk([.. path, edge.Inner], IsRecursive(step));
                }
            }
        }
    }

    private static bool IsExclusive(EdgeStrength strength) => strength is EdgeStrength.ExclusiveBlocking or EdgeStrength.ExclusiveRecursive;

    private static bool IsRecursive(EdgeStrength strength) => strength is EdgeStrength.ExclusiveRecursive or EdgeStrength.SharedRecursive;
}

internal sealed class NaiveEdge(int outer, int inner)
{
    public int Outer => outer;

    public int Inner => inner;

    public long Count { get; set; }

    public EdgeProvenance Provenance { get; set; }

    public HashSet<(LockMode, LockMode)> ModePairs { get; } = [];

    /// <summary>The gates around all code; null before there is any.</summary>
    public HashSet<long>? Gates { get; set; }

    public HashSet<int> Flows { get; } = [];

    public HashSet<EdgeStrength> InOrder { get; } = [];

    public HashSet<EdgeStrength> Guarded { get; } = [];

    public HashSet<EdgeStrength> Real { get; } = [];

    public HashSet<EdgeStrength> Due { get; } = [];

    public HashSet<(string Nodes, bool IsGuarded)> Reports { get; } = [];

    public IEnumerable<EdgeStrength> Apart => Guarded.Union(Real);

    public HashSet<long> Excuse => Gates is null || Provenance.HasFlag(EdgeProvenance.Declared) ? [] : Gates;
}
