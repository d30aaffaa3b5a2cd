using System.Globalization;
using System.Runtime.ExceptionServices;
using LockGraph.Core;

namespace LockGraph.Reports;

/// <summary>What several runs learned, as one snapshot, judged as one.</summary>
/// <remarks>
/// <para>
/// The union is a function of the set of runs: which snapshots brought them, in which order and how often does not matter. Whatever is
/// added up is kept by run; whatever is chosen is the smallest in a total order; whatever is judged is judged anew from the union.
/// The rules are told in <c>docs/decisions/0020-a-merge-is-a-set-of-runs.md</c>.
/// </para>
/// <para>
/// Holds the union, never the snapshots. Not thread-safe; because grouping does not matter, several threads can each unite a part
/// (<see cref="OfAll"/>).
/// </para>
/// </remarks>
internal sealed class SnapshotUnion : IDisposable
{
    private readonly RunFingerprint _fingerprint = new();
    private readonly KeptEvidence _kept;
    private readonly Dictionary<string, (int Number, SnapshotRun Run)> _runs = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, int Subclass), SnapshotClass> _classes = [];
    private readonly Dictionary<(string Outer, string Inner), UnitedEdge> _edges = [];
    private readonly UnitedViolations _violations;

    public SnapshotUnion()
    {
        _kept = new KeptEvidence(_fingerprint);
        _violations = new UnitedViolations(_kept);
    }

    /// <summary>Number of runs so far.</summary>
    public int RunCount => _runs.Count;

    /// <summary>Takes in a snapshot, of one run or of several. Cost: linear in it.</summary>
    public void Add(OrderSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        string? run = null;
        int[] numbers;
        if (snapshot.Runs.Count == 0)
        {
            run = (snapshot.Run.Length == 0 ? "run" : snapshot.Run) + "@" + _fingerprint.Of(snapshot);
            if (_runs.ContainsKey(run))
            {
                // Equal in all it knows: there is nothing to add.
                return;
            }

            string[] found = [.. snapshot.Violations.Select(violation => violation.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            numbers = [Number(new SnapshotRun(run, snapshot.Run, snapshot.OwnFaults, found))];
        }
        else
        {
            numbers = [.. snapshot.Runs.Select(Number)];
        }

        foreach (SnapshotClass entry in snapshot.Classes)
        {
            Add(entry);
        }

        foreach (SnapshotEdge edge in snapshot.Edges)
        {
            if (!_edges.TryGetValue((edge.Outer, edge.Inner), out UnitedEdge? known))
            {
                _edges.Add((edge.Outer, edge.Inner), known = new UnitedEdge(edge.Outer, edge.Inner));
            }

            known.Add(edge, numbers, run, _kept);
        }

        foreach (Violation violation in snapshot.Violations)
        {
            // What names no run in a union was found by judging that union. This one is judged for itself.
            if (run is not null || violation.Run is not null)
            {
                _violations.Add(violation.Id, run is null ? violation : RunNames.Of(violation, run));
            }
        }
    }

    /// <summary>Takes in another union.</summary>
    public void Add(SnapshotUnion other)
    {
        // A union of nothing, written down, would look like a run without a name.
        if (other.RunCount > 0)
        {
            Add(other.Build(isJudged: false));
        }
    }

    /// <summary>Unites many snapshots, some at a time. Holds one snapshot and one union for each worker.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="read">Gets one by its place; called by several threads at once, with a pool that belongs to the caller.</param>
    /// <param name="workers">How many are read at once.</param>
    /// <remarks>When several cannot be read, the exception is that of the first.</remarks>
    public static SnapshotUnion OfAll(int count, Func<int, StringPool, OrderSnapshot> read, int workers)
    {
        int next = -1;
        int failedAt = int.MaxValue;
        ExceptionDispatchInfo? failure = null;
        object gate = new();
        SnapshotUnion[] unions = [.. Enumerable.Range(0, Math.Max(1, Math.Min(workers, count))).Select(_ => new SnapshotUnion())];

        // Places are given out in order, so whatever lies before a failure is read to the end, and an earlier failure is seen.
        void Unite(int worker)
        {
            var pool = new StringPool();
            for (int place = Interlocked.Increment(ref next); place < count && place < Volatile.Read(ref failedAt); place = Interlocked.Increment(ref next))
            {
                try
                {
                    unions[worker].Add(read(place, pool));
                }
#pragma warning disable CA1031 // Rethrown below, when it is known to be the first.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    lock (gate)
                    {
                        failure = place < failedAt ? ExceptionDispatchInfo.Capture(exception) : failure;
                        failedAt = Math.Min(failedAt, place);
                    }
                }
            }
        }

        if (unions.Length == 1)
        {
            Unite(0);
        }
        else
        {
            Thread[] threads = [.. unions.Select((_, worker) => new Thread(() => Unite(worker)) { IsBackground = true, Name = "merge" })];
            Array.ForEach(threads, thread => thread.Start());
            Array.ForEach(threads, thread => thread.Join());
        }

        failure?.Throw();
        foreach (SnapshotUnion other in unions.Skip(1))
        {
            unions[0].Add(other);
            other.Dispose();
        }

        return unions[0];
    }

    /// <summary>The union, judged.</summary>
    public OrderSnapshot Build() => Build(isJudged: true);

    private OrderSnapshot Build(bool isJudged)
    {
        SnapshotRun[] runs = [.. _runs.Values.Select(entry => entry.Run).OrderBy(run => run.Id, StringComparer.Ordinal)];
        var places = new int[runs.Length];
        for (int place = 0; place < runs.Length; place++)
        {
            places[_runs[runs[place].Id].Number] = place;
        }

        UnitedEdge[] edges = [.. _edges.Values.OrderBy(edge => edge.Outer, StringComparer.Ordinal).ThenBy(edge => edge.Inner, StringComparer.Ordinal)];
        Dictionary<string, int> seenBy = runs.SelectMany(run => run.Violations).CountBy(id => id, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        (string Id, Violation Violation)[] told = [.. _violations.All(
            id => seenBy.GetValueOrDefault(id),
            step => !_edges.TryGetValue((step.Outer, step.Inner), out UnitedEdge? edge) || edge.HasNoSecondFlow)];
        var judge = new UnionJudge(edges, _classes.Values, runs, places, told);
        if (isJudged)
        {
            judge.Judge();
        }

        return new OrderSnapshot
        {
            Run = Name(runs),
            Runs = runs,
            OwnFaults = runs.Sum(run => run.OwnFaults),
            Classes = [.. _classes.Values.OrderBy(entry => entry.Name, StringComparer.Ordinal).ThenBy(entry => entry.Subclass)],
            Edges = [.. edges.Select(edge => Copy(edge, places, judge.ClosesCycle(edge)))],
            Violations = [.. told.Concat(judge.Found).OrderBy(pair => pair.Id, StringComparer.Ordinal).Select(pair => pair.Violation)],
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _fingerprint.Dispose();

    private static string Name(SnapshotRun[] runs) => runs.Select(run => run.Name).Distinct(StringComparer.Ordinal).Count() == 1
        ? runs[0].Name
        : runs.Length.ToString(CultureInfo.InvariantCulture) + " runs";

    private static SnapshotEdge Copy(UnitedEdge edge, int[] places, bool closesCycle) => new()
    {
        Outer = edge.Outer,
        Inner = edge.Inner,
        Modes = [.. edge.Modes],
        Provenance = edge.Provenance,
        Count = edge.Count,
        Gates = edge.Gates,
        SingleFlow = edge.SingleFlow,
        ClosesCycle = closesCycle,
        Witnesses = [.. edge.Witnesses],
        Contributions = [.. edge.Contributions.Select(entry => entry with { Run = places[entry.Run] }).OrderBy(entry => entry.Run)],
    };

    private void Add(SnapshotClass entry)
    {
        (string, int) key = (entry.Class.Name, entry.Subclass);
        _classes[key] = _classes.TryGetValue(key, out SnapshotClass? known) ? entry with { Class = UnitedClass.Of(known.Class, entry.Class) } : entry;
    }

    private int Number(SnapshotRun run)
    {
        if (!_runs.TryGetValue(run.Id, out (int Number, SnapshotRun Run) known))
        {
            _runs.Add(run.Id, known = (_runs.Count, run));
        }
        else if (known.Run != run)
        {
            // Only an edited file says two things of one run: the larger claims hold.
            string name = string.CompareOrdinal(known.Run.Name, run.Name) <= 0 ? known.Run.Name : run.Name;
            string[] violations = [.. known.Run.Violations.Union(run.Violations, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            _runs[run.Id] = (known.Number, new SnapshotRun(run.Id, name, Math.Max(known.Run.OwnFaults, run.OwnFaults), violations));
        }

        return known.Number;
    }
}
