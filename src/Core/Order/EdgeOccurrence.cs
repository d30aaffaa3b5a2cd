namespace LockGraph.Core;

/// <summary>One time that an inner lock was requested while an outer one was held, or one declaration that it may be.</summary>
public readonly struct EdgeOccurrence
{
    /// <summary>Node of the lock that is held.</summary>
    public int Outer { get; init; }

    /// <summary>How the outer lock is held.</summary>
    public LockMode OuterMode { get; init; }

    /// <summary>Node of the lock that is requested.</summary>
    public int Inner { get; init; }

    /// <summary>How the inner lock is requested.</summary>
    public LockMode InnerMode { get; init; }

    /// <summary>
    /// Instances held exclusively besides the two locks of the edge; <see langword="null"/> means none.
    /// Not read when <see cref="Provenance"/> is <see cref="EdgeProvenance.Declared"/>.
    /// </summary>
    public GateSet? Gates { get; init; }

    /// <summary>
    /// The thread or logical flow, 0 or more; a negative number when it is not one flow.
    /// Not read when <see cref="Provenance"/> is <see cref="EdgeProvenance.Declared"/>.
    /// </summary>
    public int Flow { get; init; }

    /// <summary>Who says so; not <see cref="EdgeProvenance.None"/>.</summary>
    public EdgeProvenance Provenance { get; init; }
}
