using LockGraph;

namespace Luo.Kernel;

/// <summary>State of the whole orchestrator (<c>luo_core.c</c>).</summary>
internal sealed class LuoCore
{
    /// <summary><c>luo_register_rwlock</c>; V2 and later.</summary>
    [LockClass(LockNames.Register, Protects = "the list of file handlers, the list of FLBs, and the FLB list of each handler")]
    internal readonly TrackedReaderWriterLock RegisterRwlock = new();
}
