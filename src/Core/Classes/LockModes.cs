namespace LockGraph.Core;

/// <summary>The blocking table of the four modes.</summary>
/// <remarks>Source: Linux <c>lockdep-design.rst</c>, "Recursive read locks", with the upgradeable mode of .NET added.</remarks>
public static class LockModes
{
    /// <summary>The number of modes; modes are dense from zero.</summary>
    public const int Count = 4;

    /// <summary>True when other holders may be present at the same time: every mode but <see cref="LockMode.Write"/>.</summary>
    public static bool IsShared(this LockMode mode) => mode != LockMode.Write;

    /// <summary>
    /// True when a requester can be made to wait by a holder. A reader can: a writer may queue between the two.
    /// Only <see cref="LockMode.ReadRecursive"/> passes, and only by shared holders.
    /// </summary>
    public static bool CanBlock(LockMode requested, LockMode held) => requested != LockMode.ReadRecursive || held == LockMode.Write;

    /// <summary>The word used in sentences and formats: <c>write</c>, <c>read</c>, <c>readRecursive</c>, <c>upgradeable</c>.</summary>
    public static string Word(this LockMode mode) => mode switch
    {
        LockMode.Write => "write",
        LockMode.Read => "read",
        LockMode.ReadRecursive => "readRecursive",
        LockMode.Upgrade => "upgradeable",
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };
}
