using BenchmarkDotNet.Attributes;

namespace LockGraph.Bench.Locks;

/// <summary>Uncontended pairs of <see cref="Lock"/> and its tracked twin: one, three nested, eight nested.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class LockPairs
{
    private const int _pairs = 2000;

    private readonly Lock[] _raw = [.. Enumerable.Range(0, 8).Select(_ => new Lock())];
    private readonly Wrapped[] _wrapped = [.. Enumerable.Range(0, 8).Select(_ => new Wrapped())];
    private readonly TrackedLock[] _tracked = [.. Enumerable.Range(0, 8).Select(i => new TrackedLock("pair " + i))];

    [Benchmark(Baseline = true, OperationsPerInvoke = _pairs), BenchmarkCategory("one")]
    public void Raw_One()
    {
        Lock gate = _raw[0];
        for (int i = 0; i < _pairs; i++)
        {
            gate.Enter();
            gate.Exit();
        }
    }

    // The thinnest class around a lock: what one more object on the way costs, and no mode can spare.
    [Benchmark(OperationsPerInvoke = _pairs), BenchmarkCategory("one")]
    public void Wrapped_One()
    {
        Wrapped gate = _wrapped[0];
        for (int i = 0; i < _pairs; i++)
        {
            gate.Enter();
            gate.Exit();
        }
    }

    [Benchmark(OperationsPerInvoke = _pairs), BenchmarkCategory("one")]
    public void Tracked_One()
    {
        TrackedLock gate = _tracked[0];
        for (int i = 0; i < _pairs; i++)
        {
            gate.Enter();
            gate.Exit();
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = _pairs), BenchmarkCategory("one scope")]
    public void Raw_Scope()
    {
        Lock gate = _raw[0];
        for (int i = 0; i < _pairs; i++)
        {
            using (gate.EnterScope())
            {
            }
        }
    }

    [Benchmark(OperationsPerInvoke = _pairs), BenchmarkCategory("one scope")]
    public void Tracked_Scope()
    {
        TrackedLock gate = _tracked[0];
        for (int i = 0; i < _pairs; i++)
        {
            using (gate.EnterScope())
            {
            }
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = _pairs), BenchmarkCategory("three nested")]
    public void Raw_Three()
    {
        Lock first = _raw[0];
        Lock second = _raw[1];
        Lock third = _raw[2];
        for (int i = 0; i < _pairs; i++)
        {
            first.Enter();
            second.Enter();
            third.Enter();
            third.Exit();
            second.Exit();
            first.Exit();
        }
    }

    [Benchmark(OperationsPerInvoke = _pairs), BenchmarkCategory("three nested")]
    public void Wrapped_Three()
    {
        Wrapped first = _wrapped[0];
        Wrapped second = _wrapped[1];
        Wrapped third = _wrapped[2];
        for (int i = 0; i < _pairs; i++)
        {
            first.Enter();
            second.Enter();
            third.Enter();
            third.Exit();
            second.Exit();
            first.Exit();
        }
    }

    [Benchmark(OperationsPerInvoke = _pairs), BenchmarkCategory("three nested")]
    public void Tracked_Three()
    {
        TrackedLock first = _tracked[0];
        TrackedLock second = _tracked[1];
        TrackedLock third = _tracked[2];
        for (int i = 0; i < _pairs; i++)
        {
            first.Enter();
            second.Enter();
            third.Enter();
            third.Exit();
            second.Exit();
            first.Exit();
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = _pairs), BenchmarkCategory("eight nested")]
    public void Raw_Eight()
    {
        for (int i = 0; i < _pairs; i++)
        {
            foreach (Lock gate in _raw)
            {
                gate.Enter();
            }

            for (int k = _raw.Length - 1; k >= 0; k--)
            {
                _raw[k].Exit();
            }
        }
    }

    [Benchmark(OperationsPerInvoke = _pairs), BenchmarkCategory("eight nested")]
    public void Wrapped_Eight()
    {
        for (int i = 0; i < _pairs; i++)
        {
            foreach (Wrapped gate in _wrapped)
            {
                gate.Enter();
            }

            for (int k = _wrapped.Length - 1; k >= 0; k--)
            {
                _wrapped[k].Exit();
            }
        }
    }

    [Benchmark(OperationsPerInvoke = _pairs), BenchmarkCategory("eight nested")]
    public void Tracked_Eight()
    {
        for (int i = 0; i < _pairs; i++)
        {
            foreach (TrackedLock gate in _tracked)
            {
                gate.Enter();
            }

            for (int k = _tracked.Length - 1; k >= 0; k--)
            {
                _tracked[k].Exit();
            }
        }
    }

    private sealed class Wrapped
    {
        private readonly Lock _lock = new();

        public void Enter() => _lock.Enter();

        public void Exit() => _lock.Exit();
    }
}
