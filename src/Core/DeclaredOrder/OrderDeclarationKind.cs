namespace LockGraph.Core;

/// <summary>What a declaration promises.</summary>
public enum OrderDeclarationKind
{
    /// <summary>Each class is taken before the next.</summary>
    Chain,

    /// <summary>The classes nest only as declared.</summary>
    Strict,
}
