using System.Text.Json;
using LockGraph.Analyzer.Tests.Catalogue;

namespace LockGraph.Analyzer.Tests.Cases;

/// <summary>A case of <c>tests/Conformance/static.shared.json</c>.</summary>
internal sealed record SharedCase(string Name, string Feature, string Code, IReadOnlyList<int> Lines, bool AnyLine, bool IsDebatable)
{
    // The rules that answer for a feature. Where a feature names several things, every rule that says the thing counts.
    private static readonly Dictionary<string, string[]> _rules = new()
    {
        ["order-inversion"] = [RuleIds.Inversion, RuleIds.SameClassNesting],
        ["declared-order"] = [RuleIds.DeclaredOrder, RuleIds.UndeclaredNesting, RuleIds.ContradictoryOrder, RuleIds.SameClassNesting],
        ["loop-acquire"] = [RuleIds.SameClassNesting, RuleIds.HeldLimit],
        ["double-acquire"] = [RuleIds.Recursion],
        ["guarded-by"] = [RuleIds.GuardedMember, RuleIds.ImpossibleAnnotation],
        ["requires"] = [RuleIds.RequiredLock],
        ["excludes"] = [RuleIds.ExcludedLock],
        ["leak"] = [RuleIds.NotReleased],
        ["release-not-held"] = [RuleIds.BadRelease],
        ["acquire-release"] = [RuleIds.NotReleased, RuleIds.BrokenContract, RuleIds.Inversion, RuleIds.GuardedMember, RuleIds.BadRelease],
        ["scoped-lock"] = [RuleIds.BrokenContract, RuleIds.Inversion, RuleIds.GuardedMember],
        ["try-acquire"] = [RuleIds.NotReleased, RuleIds.TryResult, RuleIds.GuardedMember],
        ["rw-mode"] = [RuleIds.GuardedMember, RuleIds.RequiredLock, RuleIds.BadRelease],
        ["return-lock"] = [RuleIds.BrokenContract, RuleIds.GuardedMember],
        ["assert-held"] = [RuleIds.GuardedMember, RuleIds.RequiredLock, RuleIds.BadRelease, RuleIds.BrokenContract],
        ["no-analysis"] = [RuleIds.Inversion, RuleIds.GuardedMember],
        ["await-under-lock"] = [RuleIds.AwaitUnderLock],
        ["blocking-under-lock"] = [RuleIds.BlockingWait, RuleIds.WaitType],
        ["callback-under-lock"] = [RuleIds.UnknownCode],
        ["wrong-lock-object"] = [RuleIds.WrongObject, RuleIds.LockStatementOnTracked],
        ["wait-pulse"] = [RuleIds.Condition],
        ["static-ctor"] = [RuleIds.TypeInitializers],
        ["inconsistent-sync"] = [RuleIds.InferredGuard],
        ["lambda"] = [RuleIds.GuardedMember, RuleIds.RequiredLock],
    };

    public static IReadOnlyList<SharedCase> All { get; } = [.. Read()];

    public static SharedCase Of(string name) => All.Single(known => known.Name == name);

    public IReadOnlyList<string> Rules => _rules[Feature];

    private static IEnumerable<SharedCase> Read()
    {
        using JsonDocument document = JsonDocument.Parse(RepositoryFiles.Read("tests/Conformance/static.shared.json"));
        foreach (JsonElement element in document.RootElement.EnumerateArray())
        {
            yield return new SharedCase(
                element.GetProperty("name").GetString()!,
                element.GetProperty("feature").GetString()!,
                element.GetProperty("code").GetString()!,
                [.. element.GetProperty("expect").EnumerateArray().Select(expected => expected.GetProperty("line").GetInt32())],
                element.TryGetProperty("expectMode", out JsonElement mode) && mode.GetString() == "any",
                element.TryGetProperty("debatable", out _));
        }
    }
}
