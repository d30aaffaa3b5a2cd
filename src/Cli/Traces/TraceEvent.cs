using LockGraph.Core;

namespace LockGraph.Cli.Traces;

/// <summary>One event of a trace, as it was read. Members that the event does not have are at their defaults.</summary>
/// <remarks>A value that is filled by a reader and passed on by reference: a long trace must not cost an object per event.</remarks>
internal struct TraceEvent
{
    /// <summary>Who: <c>t</c>.</summary>
    public string Thread { get; set; }

    /// <summary>What: <c>op</c>.</summary>
    public TraceOperation Operation { get; set; }

    /// <summary>Name of the lock object; empty for fork and join.</summary>
    public string Lock { get; set; }

    /// <summary>Name of its class; equal to the name of the lock when the lock is a class of its own.</summary>
    public string Class { get; set; }

    /// <summary>The mode, where it was given.</summary>
    public LockMode? Mode { get; set; }

    /// <summary>Rank inside the class.</summary>
    public int Subclass { get; set; }

    /// <summary>Name of the lock that is claimed to serialize the class.</summary>
    public string? NestLock { get; set; }

    /// <summary>How the requester waits.</summary>
    public WaitType? WaitType { get; set; }

    /// <summary>The attempt came back without the lock.</summary>
    public bool Refused { get; set; }

    /// <summary>The lock lets its holder in again.</summary>
    public bool Reentrant { get; set; }

    /// <summary>The upgradeable hold turns into an exclusive one; no second hold.</summary>
    public bool Upgrade { get; set; }

    /// <summary>The acquisition never returned.</summary>
    public bool Blocks { get; set; }

    /// <summary>The lock lives on, only its history is dropped.</summary>
    public bool ResetOnly { get; set; }

    /// <summary>Name of the declared order that the lock belongs to, with <see cref="Rank"/>.</summary>
    public string? Order { get; set; }

    /// <summary>Place in the declared order; lower is taken first.</summary>
    public long? Rank { get; set; }

    /// <summary>The thread that is started or waited for.</summary>
    public string OtherThread { get; set; }

    /// <summary>Where in the source, if the format tells.</summary>
    public AcquisitionSite Site { get; set; }
}
