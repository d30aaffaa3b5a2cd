using CsCheck;

namespace LockGraph.Runtime.Tests.Models;

/// <summary>Random programs against a model that keeps every edge and looks for a way back after each.</summary>
public class RandomProgramTests
{
    private const int _classes = 5;
    private const int _flows = 3;

    // What a flow does: take one of two instances of a class (blocking or trying), or release the oldest, the newest or all.
    private static readonly Gen<(int Flow, int Act, int Class, int Instance)> _step = Gen.Select(
        Gen.Int[0, _flows - 1], Gen.Int[0, 9], Gen.Int[0, _classes - 1], Gen.Int[0, 1]);

    [Fact]
    public void RandomPrograms_FindAnInversionExactlyWhenTheModelDoes() =>
        _step.Array[1, 60].Sample(Play, iter: 3000, print: Describe);

    private static void Play((int Flow, int Act, int Class, int Instance)[] steps)
    {
        var validator = new LockOrderValidator(new ValidatorSettings { DeclaredOrder = DeclaredOrder.Empty, CaptureStacks = false });
        LockInstance[][] locks = [.. Enumerable.Range(0, _classes).Select(@class => Enumerable.Range(0, 2)
            .Select(_ => validator.CreateInstance(new LockClass("C" + @class) { Nesting = SameClassNesting.InstanceOrder })).ToArray())];
        ExecutionFlow[] flows = [.. Enumerable.Range(0, _flows).Select(flow => validator.OpenFlow("flow " + flow))];
        List<(int Class, int Instance)>[] held = [.. flows.Select(_ => new List<(int, int)>())];
        var model = new NaiveOrder();
        foreach ((int flow, int act, int @class, int instance) in steps)
        {
            List<(int Class, int Instance)> mine = held[flow];
            LockInstance wanted = locks[@class][instance];
            if (act < 7 && !mine.Contains((@class, instance)))
            {
                bool tries = act == 6;
                validator.Acquire(flows[flow], new AcquisitionRequest(wanted, LockMode.Write, tries ? AcquisitionKind.Try : AcquisitionKind.Blocking));
                if (!tries)
                {
                    foreach (int outer in mine.Select(entry => entry.Class).Where(outer => outer != @class))
                    {
                        model.Add(outer, @class);
                    }
                }

                mine.Add((@class, instance));
            }
            else if (act >= 7 && mine.Count > 0)
            {
                int at = act == 7 ? 0 : mine.Count - 1;
                validator.Release(flows[flow], locks[mine[at].Class][mine[at].Instance]);
                mine.RemoveAt(at);
            }

            Assert.Equal(mine.Count, flows[flow].HeldCount);
            Assert.All(mine, entry => Assert.Equal(LockMode.Write, flows[flow].ModeOf(locks[entry.Class][entry.Instance])));
            bool found = validator.Violations.Any(violation => violation.Kind is ViolationKind.Inversion or ViolationKind.Cycle or ViolationKind.Guarded);
            Assert.Equal(model.HasCycle, found);
        }

        Assert.Equal(model.Edges.Order(), validator.EdgeNames().Order());
        Assert.Equal(0, validator.OwnFaults);
        Assert.All(validator.Violations.Where(violation => violation.Cycle.Count > 0), violation => Assert.True(model.IsRing(violation.Cycle)));

        // An edge that closes a ring is no way round for others, so what is promised is one report for each knot of rings.
        Assert.All(model.OnRings, edge => Assert.Contains(
            validator.Violations, violation => violation.Cycle.Any(step => model.InOneKnot(edge.Outer, step.Outer[1] - '0'))));
    }

    private static string Describe((int Flow, int Act, int Class, int Instance)[] steps) =>
        string.Join("; ", steps.Select(step => $"{step.Flow}: {(step.Act < 6 ? "+" : step.Act == 6 ? "?" : step.Act == 7 ? "-oldest" : "-newest")} C{step.Class}.{step.Instance}"));

    /// <summary>All edges, and reachability by search.</summary>
    private sealed class NaiveOrder
    {
        private readonly HashSet<(int Outer, int Inner)> _edges = [];

        public bool HasCycle => OnRings.Any();

        public IEnumerable<string> Edges => _edges.Select(edge => $"C{edge.Outer} > C{edge.Inner}");

        public IEnumerable<(int Outer, int Inner)> OnRings => _edges.Where(edge => Reaches(edge.Inner, edge.Outer));

        public bool InOneKnot(int one, int other) => Reaches(one, other) && Reaches(other, one);

        public void Add(int outer, int inner) => _edges.Add((outer, inner));

        public bool IsRing(IReadOnlyList<CycleEdge> cycle) =>
            cycle.Select((edge, i) => _edges.Contains((Number(edge.Outer), Number(edge.Inner))) && edge.Inner == cycle[(i + 1) % cycle.Count].Outer).All(good => good);

        private static int Number(string name) => name[1] - '0';

        private bool Reaches(int from, int to)
        {
            var seen = new HashSet<int> { from };
            var queue = new Queue<int>([from]);
            while (queue.TryDequeue(out int at))
            {
                foreach ((int outer, int inner) in _edges)
                {
                    if (outer == at && seen.Add(inner))
                    {
                        queue.Enqueue(inner);
                    }
                }
            }

            return seen.Contains(to);
        }
    }
}
