using LockGraph.Core;

namespace LockGraph.Reports;

/// <summary>The table of locks: what each is, what it protects, who takes it how, and where it stands.</summary>
internal static class LockTable
{
    private const int _mostMembers = 4;

    /// <summary>The locks of a hierarchy, outermost first.</summary>
    public static TableBlock Of(Hierarchy hierarchy) => new(
        Phrase.Count(hierarchy.Locks.Count, "lock"),
        ["lock", "kind", "protects", "taken by", "acquired after", "acquired before", "limits", "declared in"],
        [.. hierarchy.Locks.Select(one => new[]
        {
            Phrase.Code(one.Name), Kind(one), Protects(one), TakenBy(one), Phrase.Codes(one.Outers, _mostMembers), Phrase.Codes(one.Inners, _mostMembers), Limits(one), DeclaredIn(one),
        })]);

    /// <summary>Locks that are ordered with nothing.</summary>
    public static TableBlock OfAlone(IReadOnlyList<HierarchyLock> locks) => new(
        Phrase.Count(locks.Count, "lock"),
        ["lock", "kind", "protects", "taken by", "limits", "declared in"],
        [.. locks.Select(one => new[] { Phrase.Code(one.Name), Kind(one), Protects(one), TakenBy(one), Limits(one), DeclaredIn(one) })]);

    private static string Kind(HierarchyLock one) =>
        one.Class.IsPseudo ? "a wait, not a lock" : one.IsFound ? one.Class.Primitive is { } primitive ? Phrase.Code(primitive) : "" : "declared, not found";

    private static string Protects(HierarchyLock one) =>
        string.Join(". ", new[] { one.Class.Protects, one.Class.Summary }.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => text!.Trim().TrimEnd('.')));

    // Grouped by what they do to it, readers first: who writes is what a reader of the table looks for.
    private static string TakenBy(HierarchyLock one) => string.Join(
        "; ",
        one.Uses.GroupBy(use => string.Join(" and ", use.Modes.OrderBy(mode => mode == LockMode.Write).Select(mode => mode.Word()))).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{group.Key}: {Phrase.Codes([.. group.Select(use => use.Member)], _mostMembers)}"));

    private static string Limits(HierarchyLock one)
    {
        var limits = new List<string>();
        if (one.Class.MaxHeld is { } most)
        {
            limits.Add($"at most {most} held at once");
        }

        if (one.Class.Reentrant == true)
        {
            limits.Add("re-entrant");
        }

        if (one.Class.Owner == LockOwner.Flow)
        {
            limits.Add("held by the flow, across awaits");
        }

        limits.AddRange(one.Class.WaitType switch
        {
            WaitType.Spin => ["spins: nothing that blocks inside it"],
            WaitType.SpinOrBlock => ["spins or blocks"],
            WaitType.Async => ["suspends the flow"],
            _ => Array.Empty<string>(),
        });
        return string.Join("; ", limits);
    }

    private static string DeclaredIn(HierarchyLock one) => one.DeclaredIn is null ? "" : Phrase.Code(one.DeclaredIn);
}
