namespace LockGraph.Analyzer;

/// <summary>Keys of what a diagnostic carries for tools and fixes. Locks are spelled as their class names.</summary>
internal static class DiagnosticProperties
{
    /// <summary>The lock classes involved, joined by <see cref="Separator"/>.</summary>
    public const string Classes = "classes";

    /// <summary>The edges involved, outer first: <c>A&gt;B;B&gt;C</c>.</summary>
    public const string Edges = "edges";

    /// <summary>The name of the <c>ViolationKind</c>, where the rule has one.</summary>
    public const string Kind = "kind";

    /// <summary>The class of the lock that the diagnostic is about.</summary>
    public const string Lock = "lock";

    /// <summary>The lock expression as it can be written at the location of the diagnostic; absent where it cannot.</summary>
    public const string LockExpression = "lockExpression";

    /// <summary>The class of the lock that is held.</summary>
    public const string Outer = "outer";

    /// <summary>The class of the lock that is acquired under it.</summary>
    public const string Inner = "inner";

    /// <summary>The mode in which the lock would have to be held: <c>write</c>, <c>read</c> or <c>upgrade</c>.</summary>
    public const string Mode = "mode";

    /// <summary>The attribute that is missing or broken, without <c>Attribute</c>: <c>RequiresLock</c>.</summary>
    public const string Contract = "contract";

    /// <summary>The lock paths that <see cref="Contract"/> would name on the member around the location, joined by <see cref="Separator"/>.</summary>
    public const string ContractPath = "contractPath";

    /// <summary>Documentation id of the member that the fix changes, where it is not the one at the location.</summary>
    public const string Member = "member";

    /// <summary>Captions of the additional locations, in their order, one a line.</summary>
    public const string Captions = "captions";

    /// <summary>Between the names of <see cref="Classes"/> and between the edges of <see cref="Edges"/>.</summary>
    public const string Separator = ";";
}
