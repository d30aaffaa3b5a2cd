namespace LockGraph.Core;

/// <summary>Which witness an edge comes from. An edge may have several.</summary>
[Flags]
public enum EdgeProvenance : byte
{
    /// <summary>None yet.</summary>
    None = 0,

    /// <summary>Promised by an attribute.</summary>
    Declared = 1,

    /// <summary>Found by the analyzer.</summary>
    Static = 2,

    /// <summary>Seen while the program ran.</summary>
    Observed = 4,
}
