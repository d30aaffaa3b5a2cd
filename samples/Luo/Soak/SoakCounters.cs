namespace Luo.Soak;

/// <summary>What a soak has done so far. Thread-safe.</summary>
internal sealed class SoakCounters
{
    private long _operations;
    private long _jumps;
    private long _failedReboots;
    private long _restoredFiles;

    public long Operations => Interlocked.Read(ref _operations);

    public long Jumps => Interlocked.Read(ref _jumps);

    public long FailedReboots => Interlocked.Read(ref _failedReboots);

    public long RestoredFiles => Interlocked.Read(ref _restoredFiles);

    public void Operation() => Interlocked.Increment(ref _operations);

    public void Jump() => Interlocked.Increment(ref _jumps);

    public void FailedReboot() => Interlocked.Increment(ref _failedReboots);

    public void RestoredFile() => Interlocked.Increment(ref _restoredFiles);
}
