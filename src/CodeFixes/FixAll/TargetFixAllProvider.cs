using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LockGraph.CodeFixes;

/// <summary>What a fix changes, spelled so that it is found again when other fixes have changed the code around it.</summary>
/// <param name="Project">The project.</param>
/// <param name="Symbol">Documentation id of the type or member, or nothing.</param>
/// <param name="Detail">What else the fix needs to know.</param>
internal sealed record FixTarget(ProjectId Project, string Symbol, string Detail = "");

/// <summary>Fix All where several diagnostics are answered by one change of one target: each target is repaired once, one after the other.</summary>
/// <param name="ids">The rules that Fix All is for.</param>
/// <param name="find">The target of a diagnostic; <see langword="null"/> when no fix is offered for it.</param>
/// <param name="repair">Changes the target; gives the solution as it was when there is nothing left to do.</param>
internal sealed class TargetFixAllProvider(
    IEnumerable<string> ids,
    Func<Document, Diagnostic, CancellationToken, Task<FixTarget?>> find,
    Func<Solution, FixTarget, CancellationToken, Task<Solution>> repair) : FixAllProvider
{
    private readonly ImmutableArray<string> _ids = ids.ToImmutableArray();

    public override IEnumerable<string> GetSupportedFixAllDiagnosticIds(CodeFixProvider originalCodeFixProvider) => _ids;

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var targets = new List<FixTarget>();
        foreach (Diagnostic diagnostic in await DiagnosticsOf(fixAllContext).ConfigureAwait(false))
        {
            if (_ids.Contains(diagnostic.Id) && fixAllContext.Solution.GetDocument(diagnostic.Location.SourceTree) is { } document
                && await find(document, diagnostic, fixAllContext.CancellationToken).ConfigureAwait(false) is { } target && !targets.Contains(target))
            {
                targets.Add(target);
            }
        }

        return targets.Count == 0 ? null : CodeAction.Create(
            fixAllContext.CodeActionEquivalenceKey ?? "",
            async cancellation =>
            {
                Solution solution = fixAllContext.Solution;
                foreach (FixTarget target in targets)
                {
                    solution = await repair(solution, target, cancellation).ConfigureAwait(false);
                }

                return solution;
            },
            fixAllContext.CodeActionEquivalenceKey);
    }

    private static async Task<IEnumerable<Diagnostic>> DiagnosticsOf(FixAllContext context)
    {
        if (context.Scope == FixAllScope.Document && context.Document is { } document)
        {
            return await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
        }

        IEnumerable<Project> projects = context.Scope == FixAllScope.Solution
            ? context.Solution.Projects.Where(project => project.Language == context.Project.Language)
            : [context.Project];
        var found = new List<Diagnostic>();
        foreach (Project project in projects)
        {
            found.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
        }

        return found.OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start);
    }
}
