namespace Luo.Kernel;

/// <summary>Which design keeps session mutations away from serialization.</summary>
internal enum Policy
{
    /// <summary>
    /// None: the state before the patch. Serialization holds the header lock and each session mutex only while it writes that session.
    /// </summary>
    Before,

    /// <summary>The patch: one global rwsem, read by every session operation, written by serialization and kept.</summary>
    SerializeRwsem,

    /// <summary>The first counter-proposal: every operation reads the header rwsem.</summary>
    ReuseHeaderRwsem,

    /// <summary>The second counter-proposal: serialization takes every session mutex and keeps it.</summary>
    TakeAllMutexes,

    /// <summary>The earlier design: a flag and reference counts; mutations fail instead of waiting.</summary>
    RebootGate,
}

/// <summary>Generations of the kernel code, by what differs for limits, results and locking (6.19 … 7.3).</summary>
internal enum Generation
{
    V0,
    V1,
    V2,
    V3,
    V4,
    V5,
}

/// <summary>How lock order among the session mutexes is argued for when serialization takes them all.</summary>
internal enum TakeAllAnnotation
{
    /// <summary>Not at all: plain locks of one class.</summary>
    None,

    /// <summary>By an ordering function of the class: session id.</summary>
    Ordered,

    /// <summary>By the header rwsem as nest lock.</summary>
    NestLock,
}

/// <summary>What one kernel is built and booted with.</summary>
internal sealed record KernelConfig(Policy Policy, Generation Generation)
{
    public const int PageSize = 4096;

    /// <summary>The boot parameter <c>liveupdate=</c>.</summary>
    public bool LiveUpdateEnabled { get; init; } = true;

    /// <summary>Patch 1/5: a context-preserving kexec does not serialize.</summary>
    public bool SkipsContextPreservingKexec { get; init; } = true;

    /// <summary>The size of a block chain (V4+), in blocks of one page.</summary>
    public int MaxBlocks { get; init; } = 10000;

    public TakeAllAnnotation Annotation { get; init; }

    /// <summary>False in the one variant of <see cref="Policy.TakeAllMutexes"/> that claims a nest lock without taking it.</summary>
    public bool TakesHeader { get; init; } = true;

    public bool HasFlbs => Generation >= Generation.V1;

    /// <summary>V2+ guards handlers and FLBs by a rwsem of their own; before, registration needed both session lists empty.</summary>
    public bool HasRegisterRwlock => Generation >= Generation.V2;

    public bool HasPreservedFileIds => Generation >= Generation.V2;

    public bool ChecksNameLength => Generation >= Generation.V3;

    public bool HasGetName => Generation >= Generation.V3;

    /// <summary>V4+ keeps sessions and files in chains of one-page blocks; before, in arrays of fixed size.</summary>
    public bool HasBlockChains => Generation >= Generation.V4;

    public bool ChecksSessionType => Generation >= Generation.V4;

    public bool CountsOutgoingFlbUsers => Generation >= Generation.V5;

    public bool RemembersFlbRetrieve => Generation >= Generation.V5;

    public bool ChecksReservedOfFinish => Generation >= Generation.V5;

    /// <summary>Sixteen pages, less the header, in entries of 80 bytes: 819.</summary>
    public static int FixedSessionCapacity => ((16 * PageSize) - 8) / 80;

    /// <summary>Two pages in entries of 64 bytes: 128.</summary>
    public static int FixedFileCapacity => 2 * PageSize / 64;

    public static int SessionsPerBlock => (PageSize - 16) / 80;

    public static int FilesPerBlock => (PageSize - 16) / 64;

    public static int FlbCapacity => (PageSize - 16) / 64;

    /// <summary>A name takes 64 bytes with its terminator.</summary>
    public const int SessionNameLength = 64;
}
