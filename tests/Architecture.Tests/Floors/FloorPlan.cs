namespace LockGraph.Architecture.Tests.Floors;

/// <summary>The arrows of the house. What is not listed is not allowed.</summary>
internal static class FloorPlan
{
    /// <summary>What each room of <c>src</c> may refer to directly.</summary>
    public static IReadOnlyDictionary<string, string[]> MayReferTo { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Annotations"] = [],
        ["Core"] = [],
        ["Runtime"] = ["Annotations", "Core"],
        ["Analyzer"] = ["Core"],
        ["CodeFixes"] = ["Analyzer"],
        ["Reports"] = ["Core"],
        ["Testing"] = ["Runtime", "Reports"],
        ["Weaver"] = ["Runtime"],
        ["Cli"] = ["Analyzer", "Core", "Runtime", "Reports"],
    };

    /// <summary>Everything that a room stands on: what its compiled assembly may refer to, since project references carry theirs along.</summary>
    public static IReadOnlySet<string> StandsOn(string room)
    {
        var below = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string other in MayReferTo[room].Where(below.Add).ToList())
        {
            below.UnionWith(StandsOn(other));
        }

        return below;
    }
}
