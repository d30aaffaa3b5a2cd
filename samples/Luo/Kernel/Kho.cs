using System.Collections.Concurrent;
using LockGraph;

namespace Luo.Kernel;

/// <summary>A page of memory. The next kernel finds its content only if it was preserved at the jump.</summary>
internal sealed record KhoPage(long Address, string Content);

/// <summary>Tracker of the pages that survive a jump (<c>kexec_handover.c</c>).</summary>
internal sealed class Kho
{
    private static long s_nextAddress = 0x1000;

    [LockClass(LockNames.KhoTracker, Protects = "the tree of preserved pages")]
    private readonly TrackedMonitor _lock = new(reentrant: false);

    [GuardedBy(nameof(_lock))]
    private readonly ConcurrentDictionary<long, KhoPage> _preserved = [];

    private int _allocationsUntilFailure = int.MaxValue;

    /// <summary>Makes the n-th allocation from now fail, counted from one.</summary>
    public void FailAllocation(int number) => Volatile.Write(ref _allocationsUntilFailure, number);

    /// <summary>Allocates a page that survives. Null when there is no memory.</summary>
    public KhoPage? Allocate(string content)
    {
        if (Interlocked.Decrement(ref _allocationsUntilFailure) == 0)
        {
            return null;
        }

        var page = new KhoPage(Interlocked.Add(ref s_nextAddress, KernelConfig.PageSize), content);
        using (_lock.EnterScope())
        {
            _preserved.TryAdd(page.Address, page);
        }

        return page;
    }

    /// <summary>Stops preserving a page. False when it was not preserved: a mistake of the caller.</summary>
    public bool Unpreserve(long address)
    {
        using (_lock.EnterScope())
        {
            return _preserved.TryRemove(address, out _);
        }
    }

    /// <summary>What the next kernel will find: a copy, made at the jump.</summary>
    [NoLockAnalysis(Justification = "The jump takes no lock: the next kernel gets whatever is in memory at that moment.")]
    public IReadOnlyDictionary<long, KhoPage> Capture() => new Dictionary<long, KhoPage>(_preserved.ToArray());
}
