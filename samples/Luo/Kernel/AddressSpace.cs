using LockGraph;

namespace Luo.Kernel;

/// <summary>The memory of one process. Copying to it may fault, and a fault reads the memory map.</summary>
internal sealed class AddressSpace
{
    [LockClass(LockNames.MmapLock, Protects = "the memory map of one process")]
    private readonly TrackedReaderWriterLock _mmapLock = new();

    public AddressSpace(string owner) => _mmapLock.Label = owner;

    /// <summary>
    /// Serves a page fault from user space (userfaultfd), when set. Called outside the memory-map lock, as the kernel does.
    /// </summary>
    public Action? ServeFault { get; set; }

    /// <summary>Set: the next copy fails with <see cref="Errno.EFAULT"/>.</summary>
    public bool FailNextCopy { get; set; }

    public int CopyToUser()
    {
        if (FailNextCopy)
        {
            FailNextCopy = false;
            return Errno.EFAULT;
        }

        _mmapLock.EnterReadLock();
        try
        {
            // The page is looked up here; a userfault drops the lock before it waits.
        }
        finally
        {
            _mmapLock.ExitReadLock();
        }

        ServeFault?.Invoke();
        return 0;
    }
}
