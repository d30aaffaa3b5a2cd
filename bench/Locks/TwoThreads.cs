using BenchmarkDotNet.Attributes;

namespace LockGraph.Bench.Locks;

/// <summary>Two threads, each on its own lock: throughput of both together against one alone. A shared write on the hot path would show here.</summary>
/// <remarks>Per pair of one thread: equal times mean that two threads do twice the work.</remarks>
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class TwoThreads
{
    private const int _pairs = 4_000_000;

    // Far apart in memory: two small locks on one cache line would measure the cache, not the lock.
    private const int _apart = 64;

    private readonly Lock[] _raw = [.. Enumerable.Range(0, _apart + 1).Select(_ => new Lock())];
    private readonly TrackedLock[] _tracked = [.. Enumerable.Range(0, _apart + 1).Select(i => new TrackedLock("own " + i))];

    [Benchmark(Baseline = true, OperationsPerInvoke = _pairs), BenchmarkCategory("raw")]
    public void Raw_OneThread() => Run(1, RawPairs);

    [Benchmark(OperationsPerInvoke = _pairs), BenchmarkCategory("raw")]
    public void Raw_TwoThreads() => Run(2, RawPairs);

    [Benchmark(Baseline = true, OperationsPerInvoke = _pairs), BenchmarkCategory("tracked")]
    public void Tracked_OneThread() => Run(1, TrackedPairs);

    [Benchmark(OperationsPerInvoke = _pairs), BenchmarkCategory("tracked")]
    public void Tracked_TwoThreads() => Run(2, TrackedPairs);

    private static void Run(int threads, Action<int> work)
    {
        using var start = new Barrier(threads);
        Thread[] running =
        [
            .. Enumerable.Range(0, threads).Select(number => new Thread(() =>
            {
                start.SignalAndWait();
                work(number);
            })),
        ];
        Array.ForEach(running, thread => thread.Start());
        Array.ForEach(running, thread => thread.Join());
    }

    private void RawPairs(int number)
    {
        Lock gate = _raw[number * _apart];
        for (int i = 0; i < _pairs; i++)
        {
            gate.Enter();
            gate.Exit();
        }
    }

    private void TrackedPairs(int number)
    {
        TrackedLock gate = _tracked[number * _apart];
        for (int i = 0; i < _pairs; i++)
        {
            gate.Enter();
            gate.Exit();
        }
    }
}
