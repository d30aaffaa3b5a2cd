using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LockGraph.CodeFixes;

/// <summary>Fix All for those rules of a provider whose fixes stand alone, each beside the others.</summary>
/// <remarks>Of the others, one fix is the answer to several diagnostics: all of them at once would undo each other.</remarks>
internal sealed class RuleFixAllProvider(params string[] ids) : FixAllProvider
{
    private readonly ImmutableArray<string> _ids = ids.ToImmutableArray();

    public override IEnumerable<string> GetSupportedFixAllDiagnosticIds(CodeFixProvider originalCodeFixProvider) => _ids;

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
        fixAllContext.DiagnosticIds.All(_ids.Contains) ? await WellKnownFixAllProviders.BatchFixer.GetFixAsync(fixAllContext).ConfigureAwait(false) : null;
}
