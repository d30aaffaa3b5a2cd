using BenchmarkDotNet.Attributes;

namespace LockGraph.Bench.Locks;

/// <summary>Uncontended pairs of the other primitives, each against its own raw twin.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class OtherPairs
{
    private const int _pairs = 2000;

    private readonly object _monitor = new();
    private readonly TrackedMonitor _trackedMonitor = new("monitor");
    private readonly ReaderWriterLockSlim _readerWriter = new();
    private readonly TrackedReaderWriterLock _trackedReaderWriter = new("reader writer");
    private readonly SemaphoreSlim _semaphore = new(1, 1);
    private readonly TrackedSemaphore _trackedSemaphore = new("semaphore", 1, 1);

    [Benchmark(Baseline = true, OperationsPerInvoke = _pairs), BenchmarkCategory("monitor")]
    public void Raw_Monitor()
    {
        for (int i = 0; i < _pairs; i++)
        {
            Monitor.Enter(_monitor);
            Monitor.Exit(_monitor);
        }
    }

    [Benchmark(OperationsPerInvoke = _pairs), BenchmarkCategory("monitor")]
    public void Tracked_Monitor()
    {
        for (int i = 0; i < _pairs; i++)
        {
            _trackedMonitor.Enter();
            _trackedMonitor.Exit();
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = _pairs), BenchmarkCategory("reader")]
    public void Raw_Reader()
    {
        for (int i = 0; i < _pairs; i++)
        {
            _readerWriter.EnterReadLock();
            _readerWriter.ExitReadLock();
        }
    }

    [Benchmark(OperationsPerInvoke = _pairs), BenchmarkCategory("reader")]
    public void Tracked_Reader()
    {
        for (int i = 0; i < _pairs; i++)
        {
            _trackedReaderWriter.EnterReadLock();
            _trackedReaderWriter.ExitReadLock();
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = _pairs), BenchmarkCategory("writer")]
    public void Raw_Writer()
    {
        for (int i = 0; i < _pairs; i++)
        {
            _readerWriter.EnterWriteLock();
            _readerWriter.ExitWriteLock();
        }
    }

    [Benchmark(OperationsPerInvoke = _pairs), BenchmarkCategory("writer")]
    public void Tracked_Writer()
    {
        for (int i = 0; i < _pairs; i++)
        {
            _trackedReaderWriter.EnterWriteLock();
            _trackedReaderWriter.ExitWriteLock();
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = _pairs), BenchmarkCategory("semaphore")]
    public void Raw_Semaphore()
    {
        for (int i = 0; i < _pairs; i++)
        {
            _semaphore.Wait();
            _semaphore.Release();
        }
    }

    [Benchmark(OperationsPerInvoke = _pairs), BenchmarkCategory("semaphore")]
    public void Tracked_Semaphore()
    {
        for (int i = 0; i < _pairs; i++)
        {
            _trackedSemaphore.Wait();
            _trackedSemaphore.Release();
        }
    }
}
