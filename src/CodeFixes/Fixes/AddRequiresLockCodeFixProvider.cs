using System.Collections.Immutable;
using System.Composition;
using LockGraph.Analyzer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.CodeFixes;

/// <summary>LG2001, LG2002: writes on a private method what its callers do: that they hold the lock.</summary>
/// <remarks>Offered when the analyzer itself finds, with the contract in place, that every call keeps it.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddRequiresLockCodeFixProvider))]
[Shared]
public sealed class AddRequiresLockCodeFixProvider : CodeFixProvider
{
    private const char Between = '\n';
    private const string SharedMark = "shared";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.GuardedMember, RuleIds.RequiredLock);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new TargetFixAllProvider(FixableDiagnosticIds, Find, Repair);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (await Find(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } target)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        Strings.Title("AddRequiresLock", string.Join("\", \"", ContractOf(target).Paths), target.Symbol.Split('(')[0].Split('.').Last()),
                        cancellation => Repair(context.Document.Project.Solution, target, cancellation),
                        nameof(AddRequiresLockCodeFixProvider)),
                    diagnostic);
            }
        }
    }

    private static (bool Shared, string[] Paths) ContractOf(FixTarget target)
    {
        string[] parts = target.Detail.Split(Between);
        return (parts[0] == SharedMark, [.. parts.Skip(1)]);
    }

    private static async Task<FixTarget?> Find(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        if (model is null || !diagnostic.Properties.TryGetValue(DiagnosticProperties.ContractPath, out string? paths) || string.IsNullOrEmpty(paths)
            || model.Compilation.GetTypesByMetadataName("LockGraph.RequiresLockAttribute").IsEmpty
            || root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not { } use
            || use.AncestorsAndSelf().FirstOrDefault(node => node is MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) is not MethodDeclarationSyntax declaration
            || model.GetDeclaredSymbol(declaration, cancellation) is not
            { DeclaredAccessibility: Accessibility.Private, MethodKind: MethodKind.Ordinary, IsPartialDefinition: false, PartialDefinitionPart: null } method
            || method.GetDocumentationCommentId() is not { } id
            || !await IsOnlyCalled(document.Project.Solution, method, cancellation).ConfigureAwait(false))
        {
            return null;
        }

        string[] names = paths!.Split(DiagnosticProperties.Separator[0]);
        foreach (string shared in new[] { "", SharedMark })
        {
            var target = new FixTarget(document.Project.Id, id, string.Join(Between.ToString(), names.Prepend(shared)));
            if (await IsKept(document.Project.Solution, target, diagnostic, cancellation).ConfigureAwait(false))
            {
                return target;
            }
        }

        return null;
    }

    // As a value the method goes to callers that nobody sees.
    private static async Task<bool> IsOnlyCalled(Solution solution, IMethodSymbol method, CancellationToken cancellation)
    {
        bool called = false;
        foreach (SyntaxReference part in method.ContainingType.DeclaringSyntaxReferences)
        {
            SemanticModel? model = solution.GetDocument(part.SyntaxTree) is { } document ? await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) : null;
            if (model is null)
            {
                return false;
            }

            foreach (SimpleNameSyntax name in (await part.GetSyntaxAsync(cancellation).ConfigureAwait(false)).DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (name.Identifier.ValueText != method.Name || !SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol?.OriginalDefinition, method.OriginalDefinition))
                {
                    continue;
                }

                SyntaxNode whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name || name.Parent is MemberBindingExpressionSyntax ? name.Parent : name;
                if (whole.Parent is InvocationExpressionSyntax call && call.Expression == whole)
                {
                    called |= !method.DeclaringSyntaxReferences.Any(own => own.SyntaxTree == call.SyntaxTree && own.Span.Contains(call.Span));
                }
                else if (whole.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } })
                {
                    return false;
                }
            }
        }

        return called;
    }

    /// <summary>True when the analyzer, given the contract, has nothing to say of the method, of its callers, or of the contract.</summary>
    private static async Task<bool> IsKept(Solution solution, FixTarget target, Diagnostic diagnostic, CancellationToken cancellation)
    {
        Solution changed = await Repair(solution, target, cancellation).ConfigureAwait(false);
        if (changed == solution || await changed.GetProject(target.Project)!.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } compilation
            || DocumentationCommentId.GetFirstSymbolForDeclarationId(target.Symbol, compilation) is not IMethodSymbol method)
        {
            return false;
        }

        CompilationFacts facts = LockStep.FactsOf(changed.GetProject(target.Project)!.AnalyzerOptions, compilation);
        var rules = new CompilationRules(facts);
        foreach (SyntaxTree tree in method.ContainingType.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree).Distinct())
        {
            SemanticModel model = facts.ModelOf(tree);
            foreach (Finding finding in rules.OfFile(model, cancellation))
            {
                if (IsOf(finding, method, model, diagnostic, cancellation))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsOf(Finding finding, IMethodSymbol method, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        SyntaxNode node = model.SyntaxTree.GetRoot(cancellation).FindNode(finding.Location.SourceSpan, getInnermostNodeForTie: true);
        bool inside = method.DeclaringSyntaxReferences.Any(own => own.SyntaxTree == model.SyntaxTree && own.Span.Contains(finding.Location.SourceSpan));
        return finding.RuleId switch
        {
            RuleIds.RequiredLock when node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(call, cancellation).Symbol?.OriginalDefinition, method.OriginalDefinition) => true,
            RuleIds.GuardedMember or RuleIds.RequiredLock => inside && finding.RuleId == diagnostic.Id
                && finding.Properties.TryGetValue(DiagnosticProperties.ContractPath, out string? path) && diagnostic.Properties.TryGetValue(DiagnosticProperties.ContractPath, out string? own) && path == own,
            RuleIds.UnknownName or RuleIds.ImpossibleAnnotation or RuleIds.BrokenContract => inside,
            _ => false,
        };
    }

    private static async Task<Solution> Repair(Solution solution, FixTarget target, CancellationToken cancellation)
    {
        if (solution.GetProject(target.Project) is not { } project || await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } compilation
            || DocumentationCommentId.GetFirstSymbolForDeclarationId(target.Symbol, compilation) is not IMethodSymbol { DeclaringSyntaxReferences: [var reference] } method
            || await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false) is not MethodDeclarationSyntax declaration)
        {
            return solution;
        }

        (bool shared, string[] paths) = ContractOf(target);
        string[] missing = [.. paths.Where(path => !AnnotationReader.Of(method, "RequiresLock").Any(known => AnnotationReader.Strings(known).Contains(path)))];
        if (missing.Length == 0)
        {
            return solution;
        }

        var changes = new DocumentChanges(solution);
        changes.Replace(declaration, old => AttributeWriting.With((MethodDeclarationSyntax)old, "LockGraph.RequiresLock", missing, shared ? "Shared" : null, LineBreaks.Of(declaration)));
        return await changes.Apply(cancellation).ConfigureAwait(false);
    }
}
