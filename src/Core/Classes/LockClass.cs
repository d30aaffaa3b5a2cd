namespace LockGraph.Core;

/// <summary>All locks that obey one ordering rule.</summary>
/// <remarks>
/// Immutable and free of identity: two objects with one <see cref="Name"/> describe one class, and the first one registered decides
/// the traits. Names are spelled as <see cref="LockClassName"/> spells them, so that what was declared, analysed and observed meets.
/// </remarks>
public sealed class LockClass
{
    /// <summary>Creates a class with the traits of a plain, non-reentrant, thread-owned blocking lock.</summary>
    /// <param name="name">The name under which all witnesses know the class; not empty.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public LockClass(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new ArgumentException("A lock class needs a name.", nameof(name));
        }

        Name = name;
    }

    /// <summary>The name under which all witnesses know the class.</summary>
    public string Name { get; }

    /// <summary>
    /// True when the holder may take the same instance again; the second acquisition is counted and is no event.
    /// <see langword="null"/>: as the primitive does (and false where there is none).
    /// </summary>
    public bool? Reentrant { get; init; }

    /// <summary>Thread or logical flow; <see langword="null"/>: as the primitive does.</summary>
    public LockOwner? Owner { get; init; }

    /// <summary>How a requester waits; <see langword="null"/>: as the primitive does (and <see cref="Core.WaitType.Block"/> where there is none).</summary>
    public WaitType? WaitType { get; init; }

    /// <summary>What two instances held together must obey.</summary>
    public SameClassNesting Nesting { get; init; }

    /// <summary>At most this many locks of the class held by one flow; <see langword="null"/> for no limit of its own.</summary>
    public int? MaxHeld { get; init; }

    /// <summary>True for a wait that is no lock (a task body, a type initializer): labelled in reports, counted to no limit, never a gate.</summary>
    public bool IsPseudo { get; init; }

    /// <summary>The primitive, for documents: <c>Monitor</c>, <c>Lock</c>, <c>ReaderWriterLockSlim</c> …</summary>
    public string? Primitive { get; init; }

    /// <summary>What the lock protects, in the words of its declaration.</summary>
    public string? Protects { get; init; }

    /// <summary>One sentence on the lock, from its declaration.</summary>
    public string? Summary { get; init; }

    /// <summary>The same class with the traits that it leaves open taken from a primitive.</summary>
    /// <param name="primitive">Name of the primitive, for documents.</param>
    /// <param name="reentrant">Whether the primitive lets its holder in again.</param>
    /// <param name="owner">Who holds it.</param>
    /// <param name="waitType">How a requester waits.</param>
    public LockClass Completed(string primitive, bool reentrant, LockOwner owner, WaitType waitType) => new(Name)
    {
        Reentrant = Reentrant ?? reentrant,
        Owner = Owner ?? owner,
        WaitType = WaitType ?? waitType,
        Nesting = Nesting,
        MaxHeld = MaxHeld,
        IsPseudo = IsPseudo,
        Primitive = Primitive ?? primitive,
        Protects = Protects,
        Summary = Summary,
    };

    /// <inheritdoc/>
    public override string ToString() => Name;
}
