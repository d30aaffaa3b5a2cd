using System.Collections.Immutable;
using System.Composition;
using LockGraph.Analyzer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LockGraph.CodeFixes;

/// <summary>LG1002, LG1006, LG1008: declares an order that the code follows already, so that what breaks it is found at the line.</summary>
/// <remarks>
/// Of an inversion, each order that keeps all of its acquisitions but one is offered, the one that keeps the acquisition at the location first.
/// Which of them is meant is a choice, so Fix All is for LG1008 alone. No declaration is offered that contradicts one that is there.
/// </remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclareLockOrderCodeFixProvider))]
[Shared]
public sealed class DeclareLockOrderCodeFixProvider : CodeFixProvider
{
    // A lock class has no line break in its name.
    private const char Between = '\n';

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.Inversion, RuleIds.GuardedInversion, RuleIds.UndeclaredNesting);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new TargetFixAllProvider(
        [RuleIds.UndeclaredNesting],
        (document, diagnostic, _) => Task.FromResult<FixTarget?>(OrdersOf(diagnostic).Select(order => TargetOf(document.Project, order)).FirstOrDefault()),
        Repair);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.Project.GetCompilationAsync(context.CancellationToken).ConfigureAwait(false) is not { } compilation
            || compilation.GetTypesByMetadataName("LockGraph.LockOrderAttribute").IsEmpty)
        {
            return;
        }

        CompilationFacts facts = LockStep.FactsOf(context.Document, compilation);
        var declared = new Declarations(facts);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (IReadOnlyList<string> order in OrdersOf(diagnostic).Where(order => CanBeDeclared(order, facts, declared, context.CancellationToken)))
            {
                FixTarget target = TargetOf(context.Document.Project, order);
                context.RegisterCodeFix(
                    CodeAction.Create(
                        Strings.Title("DeclareLockOrder", string.Join(" > ", order)),
                        cancellation => Repair(context.Document.Project.Solution, target, cancellation),
                        diagnostic.Id == RuleIds.UndeclaredNesting ? nameof(DeclareLockOrderCodeFixProvider) : nameof(DeclareLockOrderCodeFixProvider) + "." + string.Join(">", order)),
                    diagnostic);
            }
        }
    }

    private static FixTarget TargetOf(Project project, IReadOnlyList<string> order) => new(project.Id, "", string.Join(Between.ToString(), order));

    /// <summary>The orders that the diagnostic leaves to choose from.</summary>
    private static IEnumerable<IReadOnlyList<string>> OrdersOf(Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue(DiagnosticProperties.Outer, out string? outer) || outer is null
            || !diagnostic.Properties.TryGetValue(DiagnosticProperties.Inner, out string? inner) || inner is null || outer == inner)
        {
            return [];
        }

        if (diagnostic.Id == RuleIds.UndeclaredNesting)
        {
            return [[outer, inner]];
        }

        string[] ring = diagnostic.Properties.TryGetValue(DiagnosticProperties.Classes, out string? classes) && classes is not null ? classes.Split(DiagnosticProperties.Separator[0]) : [];
        return ring.Length < 2 || ring.Distinct(StringComparer.Ordinal).Count() < ring.Length
            ? []
            : Enumerable.Range(0, ring.Length)
                .Select(first => (IReadOnlyList<string>)[.. ring.Skip(first), .. ring.Take(first)])
                .OrderBy(order => order[0] == outer && order[1] == inner ? 0 : order[0] == inner && order[order.Count - 1] == outer ? 2 : 1);
    }

    private static bool CanBeDeclared(IReadOnlyList<string> order, CompilationFacts facts, Declarations declared, CancellationToken cancellation)
    {
        for (int i = 0; i < order.Count; i++)
        {
            if (!IsDeclarable(order[i], facts, declared, cancellation) || order.Skip(i + 1).Any(later => declared.Order.IsBefore(later, order[i])))
            {
                return false;
            }
        }

        return !Enumerable.Range(0, order.Count - 1).All(i => declared.Order.IsBefore(order[i], order[i + 1]));
    }

    // Waits that are no locks, and locks without a member, have names that no declaration can use.
    private static bool IsDeclarable(string name, CompilationFacts facts, Declarations declared, CancellationToken cancellation)
    {
        int rank = name.LastIndexOf('#');
        string stem = rank > 0 ? name.Substring(0, rank) : name;
        return declared.Members.ContainsKey(stem) || declared.Order.Classes.Contains(stem)
            || facts.Compilations.SelectMany(compilation => compilation.GetSymbolsWithName(stem.Substring(stem.LastIndexOf('.') + 1), SymbolFilter.Member, cancellation))
                .Any(symbol => symbol is IFieldSymbol or IPropertySymbol && facts.Classes.Of(symbol).Class.Name == stem);
    }

    private static async Task<Solution> Repair(Solution solution, FixTarget target, CancellationToken cancellation)
    {
        string[] order = target.Detail.Split(Between);
        if (solution.GetProject(target.Project) is not { } project || await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } compilation)
        {
            return solution;
        }

        CompilationFacts facts = LockStep.FactsOf(project.AnalyzerOptions, compilation);
        return CanBeDeclared(order, facts, new Declarations(facts), cancellation)
            ? await OrderDeclarationWriting.Add(project, compilation, order, cancellation).ConfigureAwait(false)
            : solution;
    }
}
