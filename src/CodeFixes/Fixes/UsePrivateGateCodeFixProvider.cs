using System.Collections.Immutable;
using System.Composition;
using LockGraph.Analyzer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.CodeFixes;

/// <summary>LG3004: locks a private field instead of <c>this</c>, a <c>Type</c> object or a string, everywhere in the type.</summary>
/// <remarks>Not offered when other code of the compilation may lock the same object: half of the users behind another lock are not protected any more.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UsePrivateGateCodeFixProvider))]
[Shared]
public sealed class UsePrivateGateCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.WrongObject);

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
                        Strings.Title("UsePrivateGate"), cancellation => Repair(context.Document.Project.Solution, target, cancellation), nameof(UsePrivateGateCodeFixProvider)),
                    diagnostic);
            }
        }
    }

    private static async Task<FixTarget?> Find(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return model is not null && root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax expression
            && SharedObject.Of(expression, model, cancellation) is { } shared && shared.Owner.GetDocumentationCommentId() is { } owner
            && shared.Uses(model.Compilation, LockStep.FactsOf(document, model.Compilation), cancellation) is { Count: > 0 }
            ? new FixTarget(document.Project.Id, owner, shared.Detail)
            : null;
    }

    private static async Task<Solution> Repair(Solution solution, FixTarget target, CancellationToken cancellation)
    {
        if (solution.GetProject(target.Project) is not { } project || await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } compilation
            || DocumentationCommentId.GetFirstSymbolForDeclarationId(target.Symbol, compilation) is not INamedTypeSymbol owner)
        {
            return solution;
        }

        CompilationFacts facts = LockStep.FactsOf(project.AnalyzerOptions, compilation);
        SharedObject? shared = SharedIn(owner, target.Detail, facts, cancellation);
        if (shared?.Uses(compilation, facts, cancellation) is not { Count: > 0 } uses)
        {
            return solution;
        }

        string name = GateWriting.FreeName(owner, shared.IsStatic);
        bool asLock = uses.All(use => use is { Kind: LockUseKind.Statement, Expression.Parent: LockStatementSyntax statement } && ScopeWriting.CanHoldScope(statement))
            && compilation.GetTypeByMetadataName("System.Threading.Lock") is not null && compilation is CSharpCompilation { LanguageVersion: >= LanguageVersions.CSharp13 };
        var changes = new DocumentChanges(solution);
        foreach (LockUse use in uses)
        {
            changes.Replace(use.Expression, old => SyntaxFactory.IdentifierName(name).WithTriviaFrom(old));
        }

        TypeDeclarationSyntax declaration = uses[0].Expression.Ancestors().OfType<TypeDeclarationSyntax>()
            .First(type => SymbolEqualityComparer.Default.Equals(facts.ModelOf(type.SyntaxTree).GetDeclaredSymbol(type, cancellation), owner));
        SyntaxTrivia lineBreak = LineBreaks.Of(declaration);
        changes.Replace(declaration, old => GateWriting.WithField((TypeDeclarationSyntax)old, name, shared.IsStatic, asLock, lineBreak, ((CSharpCompilation)compilation).LanguageVersion));
        return await changes.Apply(cancellation).ConfigureAwait(false);
    }

    private static SharedObject? SharedIn(INamedTypeSymbol owner, string detail, CompilationFacts facts, CancellationToken cancellation)
    {
        foreach (SyntaxReference reference in owner.DeclaringSyntaxReferences)
        {
            SemanticModel model = facts.ModelOf(reference.SyntaxTree);
            foreach (ExpressionSyntax expression in reference.GetSyntax(cancellation).DescendantNodes().OfType<ExpressionSyntax>())
            {
                if (expression.Parent is LockStatementSyntax or ArgumentSyntax && SharedObject.Of(expression, model, cancellation) is { } found
                    && found.Detail == detail && SymbolEqualityComparer.Default.Equals(found.Owner, owner))
                {
                    return found;
                }
            }
        }

        return null;
    }
}
