using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using LockGraph.Bench.Graph;

// Every figure is the median of several runs. A run builds a fresh graph, nodes included, after a full collection.
const int Rounds = 9;
const int Seed = 1;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

Console.WriteLine("Growth of the lock-order graph: edges of a random DAG, in random order, one at a time.");
Console.WriteLine();
Console.WriteLine($"{"engine",-28}{"nodes",10}{"edges",11}{"ms",10}{"best ms",10}{"ns/edge",10}{"B/edge",9}");

Console.WriteLine("sparse: as many edges as nodes");
Print("LockOrderGraph", Workload.RandomDag(1_000, 1_000, Seed), LockOrderGraphRun.Grow);
Print("LockOrderGraph", Workload.RandomDag(10_000, 10_000, Seed), LockOrderGraphRun.Grow);
Print("LockOrderGraph", Workload.RandomDag(100_000, 100_000, Seed), LockOrderGraphRun.Grow);
Print("LockOrderGraph", Workload.RandomDag(1_000_000, 1_000_000, Seed), LockOrderGraphRun.Grow);
Print("QuikGraph + search", Workload.RandomDag(1_000, 1_000, Seed), QuikGraphRun.Grow);
Print("QuikGraph + search", Workload.RandomDag(10_000, 10_000, Seed), QuikGraphRun.Grow);
Print("QuikGraph + search", Workload.RandomDag(100_000, 100_000, Seed), QuikGraphRun.Grow);

Console.WriteLine("dense: few nodes, many edges");
Print("LockOrderGraph", Workload.RandomDag(100, 1_000, Seed), LockOrderGraphRun.Grow);
Print("LockOrderGraph", Workload.RandomDag(1_000, 10_000, Seed), LockOrderGraphRun.Grow);
Print("LockOrderGraph", Workload.RandomDag(1_000, 100_000, Seed), LockOrderGraphRun.Grow);
Print("QuikGraph + search", Workload.RandomDag(100, 1_000, Seed), QuikGraphRun.Grow);
Print("QuikGraph + search", Workload.RandomDag(1_000, 10_000, Seed), QuikGraphRun.Grow);

Console.WriteLine("large: ten edges a node");
Print("LockOrderGraph", Workload.RandomDag(10_000, 100_000, Seed), LockOrderGraphRun.Grow);
Print("LockOrderGraph", Workload.RandomDag(100_000, 1_000_000, Seed), LockOrderGraphRun.Grow);

static void Print(string engine, Workload workload, Func<Workload, object> grow)
{
    // Small runs are repeated until the code they run is the compiler's final version.
    int rounds = Math.Max(Rounds, 200_000 / workload.Edges.Length);
    (double Milliseconds, long Bytes)[] runs = [.. Enumerable.Range(0, rounds * 2).Select(_ => Measure(workload, grow)).Skip(rounds)];
    Array.Sort(runs);
    (double milliseconds, long bytes) = runs[rounds / 2];
    double edges = workload.Edges.Length;
    Console.WriteLine(
        $"{engine,-28}{workload.Nodes,10:N0}{edges,11:N0}{milliseconds,10:F2}{runs[0].Milliseconds,10:F2}{milliseconds * 1e6 / edges,10:F0}{bytes / edges,9:F1}");
}

// A method of its own: when it returns, the graph of the run is garbage.
[MethodImpl(MethodImplOptions.NoInlining)]
static (double Milliseconds, long Bytes) Measure(Workload workload, Func<Workload, object> grow)
{
    long before = GC.GetTotalMemory(forceFullCollection: true);
    var watch = Stopwatch.StartNew();
    object graph = grow(workload);
    double milliseconds = watch.Elapsed.TotalMilliseconds;
    long bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
    GC.KeepAlive(graph);
    return (milliseconds, bytes);
}
