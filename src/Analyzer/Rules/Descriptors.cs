using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>The rules as the compiler sees them. Texts are in <c>Strings.resx</c>, pages in <c>docs/rules</c>.</summary>
/// <remarks>
/// What is judged over the whole program and never while typing is tagged as coming at the end of the compilation. A rule that some code
/// breaks by itself, and other code only through calls, is not: the tag would take it out of the editor altogether.
/// </remarks>
internal static class Descriptors
{
    private const string LockOrder = "LockOrder";
    private const string LockDiscipline = "LockDiscipline";
    private const string LockHazard = "LockHazard";
    private const string LockAnnotation = "LockAnnotation";

    // One field each, created by a method of this name and these parameters: so far, and no further, the release tracking of the compiler's SDK can follow.
    private static readonly DiagnosticDescriptor _declaredOrder = Create(RuleIds.DeclaredOrder, LockOrder, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor _inversion = Create(RuleIds.Inversion, LockOrder, DiagnosticSeverity.Warning, WellKnownDiagnosticTags.CompilationEnd);
    private static readonly DiagnosticDescriptor _sameClassNesting = Create(RuleIds.SameClassNesting, LockOrder, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor _recursion = Create(RuleIds.Recursion, LockOrder, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor _heldLimit = Create(RuleIds.HeldLimit, LockOrder, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor _guardedInversion = Create(RuleIds.GuardedInversion, LockOrder, DiagnosticSeverity.Info, WellKnownDiagnosticTags.CompilationEnd);
    private static readonly DiagnosticDescriptor _typeInitializers = Create(RuleIds.TypeInitializers, LockOrder, DiagnosticSeverity.Warning, WellKnownDiagnosticTags.CompilationEnd);
    private static readonly DiagnosticDescriptor _undeclaredNesting = Create(RuleIds.UndeclaredNesting, LockOrder, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor _guardedMember = Create(RuleIds.GuardedMember, LockDiscipline, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor _requiredLock = Create(RuleIds.RequiredLock, LockDiscipline, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor _excludedLock = Create(RuleIds.ExcludedLock, LockDiscipline, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor _notReleased = Create(RuleIds.NotReleased, LockDiscipline, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor _badRelease = Create(RuleIds.BadRelease, LockDiscipline, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor _brokenContract = Create(RuleIds.BrokenContract, LockDiscipline, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor _tryResult = Create(RuleIds.TryResult, LockDiscipline, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor _inferredGuard = Create(RuleIds.InferredGuard, LockDiscipline, DiagnosticSeverity.Hidden, WellKnownDiagnosticTags.CompilationEnd);
    private static readonly DiagnosticDescriptor _awaitUnderLock = Create(RuleIds.AwaitUnderLock, LockHazard, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor _blockingWait = Create(RuleIds.BlockingWait, LockHazard, DiagnosticSeverity.Info);
    private static readonly DiagnosticDescriptor _unknownCode = Create(RuleIds.UnknownCode, LockHazard, DiagnosticSeverity.Hidden);
    private static readonly DiagnosticDescriptor _wrongObject = Create(RuleIds.WrongObject, LockHazard, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor _condition = Create(RuleIds.Condition, LockHazard, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor _waitType = Create(RuleIds.WaitType, LockHazard, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor _lockStatementOnTracked = Create(RuleIds.LockStatementOnTracked, LockHazard, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor _unknownName = Create(RuleIds.UnknownName, LockAnnotation, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor _contradictoryOrder = Create(RuleIds.ContradictoryOrder, LockAnnotation, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor _impossibleAnnotation = Create(RuleIds.ImpossibleAnnotation, LockAnnotation, DiagnosticSeverity.Warning);

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> _byId = new[]
    {
        _declaredOrder,
        _inversion,
        _sameClassNesting,
        _recursion,
        _heldLimit,
        _guardedInversion,
        _typeInitializers,
        _undeclaredNesting,
        _guardedMember,
        _requiredLock,
        _excludedLock,
        _notReleased,
        _badRelease,
        _brokenContract,
        _tryResult,
        _inferredGuard,
        _awaitUnderLock,
        _blockingWait,
        _unknownCode,
        _wrongObject,
        _condition,
        _waitType,
        _lockStatementOnTracked,
        _unknownName,
        _contradictoryOrder,
        _impossibleAnnotation,
    }.ToImmutableDictionary(descriptor => descriptor.Id, StringComparer.Ordinal);

    /// <summary>Every rule, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        _byId.Values.OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal).ToImmutableArray();

    /// <summary>The rule with this id; there must be one.</summary>
    public static DiagnosticDescriptor Of(string id) => _byId[id];

    /// <summary>The page that describes the rule.</summary>
    public static string HelpLinkOf(string id) => "https://github.com/lockgraph/lockgraph/blob/main/docs/rules/" + id + ".md";

    private static DiagnosticDescriptor Create(string id, string category, DiagnosticSeverity defaultSeverity, params string[] customTags) =>
        new(id, Strings.TitleOf(id), Strings.MessageOf(id), category, defaultSeverity, isEnabledByDefault: true, Strings.DescriptionOf(id), HelpLinkOf(id), customTags);
}
