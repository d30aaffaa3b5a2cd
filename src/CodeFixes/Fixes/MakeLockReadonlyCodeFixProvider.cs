using System.Collections.Immutable;
using System.Composition;
using LockGraph.Analyzer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace LockGraph.CodeFixes;

/// <summary>LG3004: makes the field of a lock readonly, and takes out the assignments of further fresh objects.</summary>
/// <remarks>
/// The first object does all that a second one would, as long as the field is nothing but a lock: so it is offered where each use locks it,
/// and each assignment outside of constructors is a statement that makes a new object.
/// </remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeLockReadonlyCodeFixProvider))]
[Shared]
public sealed class MakeLockReadonlyCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.WrongObject);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new TargetFixAllProvider(FixableDiagnosticIds, async (document, diagnostic, cancellation) =>
        await Find(document, diagnostic, cancellation).ConfigureAwait(false) is var (field, _) ? new FixTarget(document.Project.Id, field.GetDocumentationCommentId()!) : null,
        Repair);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (await Find(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is var (field, drops))
            {
                var target = new FixTarget(context.Document.Project.Id, field.GetDocumentationCommentId()!);
                context.RegisterCodeFix(
                    CodeAction.Create(
                        Strings.Title(drops ? "MakeReadonlyAndKeep" : "MakeReadonly", field.Name),
                        cancellation => Repair(context.Document.Project.Solution, target, cancellation),
                        nameof(MakeLockReadonlyCodeFixProvider)),
                    diagnostic);
            }
        }
    }

    private static async Task<(IFieldSymbol Field, bool Drops)?> Find(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        SyntaxNode? node = root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return node is ExpressionSyntax && model?.GetSymbolInfo(node, cancellation).Symbol is IFieldSymbol { IsReadOnly: false, IsConst: false, IsVolatile: false, Type.IsReferenceType: true } field
            && await Drops(document.Project.Solution, field, cancellation).ConfigureAwait(false) is { } drops
            ? (field, drops.Count > 0)
            : null;
    }

    /// <summary>The assignments to take out; <see langword="null"/> when the field has other uses, or other assignments.</summary>
    private static async Task<List<(Document Document, SyntaxNode Node)>?> Drops(Solution solution, IFieldSymbol field, CancellationToken cancellation)
    {
        if (await LockUses.OfField(solution, field, cancellation).ConfigureAwait(false) is not { } byDocument
            || field.DeclaringSyntaxReferences is not [var reference]
            || await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false) is not VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax { Declaration.Variables.Count: 1 } } declarator)
        {
            return null;
        }

        var drops = new List<(Document, SyntaxNode)>();
        bool made = declarator.Initializer is { Value: not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } };
        foreach ((Document document, IReadOnlyList<LockUse> uses) in byDocument)
        {
            foreach (LockUse use in uses)
            {
                switch (use.Kind)
                {
                    case LockUseKind.Statement or LockUseKind.MonitorCall or LockUseKind.Name:
                        break;
                    case LockUseKind.MemberCall when use.Method?.ContainingNamespace.ToDisplayString() is "System.Threading" or "LockGraph":
                        break;
                    case LockUseKind.Assignment when IsInConstructor(use.Expression, field):
                        made = true;
                        break;
                    case LockUseKind.Assignment when use.Expression.Parent is AssignmentExpressionSyntax { Right: BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList: null or { Arguments.Count: 0 } } } assignment
                        && assignment.Parent is ExpressionStatementSyntax { Parent: BlockSyntax } or ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } } }:
                        drops.Add((document, assignment.Parent!));
                        break;
                    default:
                        return null;
                }
            }
        }

        return made ? drops : null;
    }

    // A lambda in a constructor runs later, when the field can no longer be set.
    private static bool IsInConstructor(SyntaxNode use, IFieldSymbol field) =>
        use.Ancestors().FirstOrDefault(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax) is ConstructorDeclarationSyntax constructor
        && constructor.Modifiers.Any(SyntaxKind.StaticKeyword) == field.IsStatic
        && constructor.Parent is TypeDeclarationSyntax type && type.Identifier.ValueText == field.ContainingType.Name
        && use is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax };

    private static async Task<Solution> Repair(Solution solution, FixTarget target, CancellationToken cancellation)
    {
        if (solution.GetProject(target.Project) is not { } project || await project.GetCompilationAsync(cancellation).ConfigureAwait(false) is not { } compilation
            || DocumentationCommentId.GetFirstSymbolForDeclarationId(target.Symbol, compilation) is not IFieldSymbol field
            || await Drops(solution, field, cancellation).ConfigureAwait(false) is not { } drops)
        {
            return solution;
        }

        SyntaxNode declarator = await field.DeclaringSyntaxReferences[0].GetSyntaxAsync(cancellation).ConfigureAwait(false);
        var declaration = (FieldDeclarationSyntax)declarator.Parent!.Parent!;
        var changes = new DocumentChanges(solution);
        changes.Replace(declaration, node => Readonly((FieldDeclarationSyntax)node));
        foreach ((_, SyntaxNode node) in drops)
        {
            if (node is ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method })
            {
                changes.Replace(method, old => ((MethodDeclarationSyntax)old).WithExpressionBody(null).WithSemicolonToken(default)
                    .WithBody(SyntaxFactory.Block().WithTrailingTrivia(((MethodDeclarationSyntax)old).SemicolonToken.TrailingTrivia)).WithAdditionalAnnotations(Formatter.Annotation));
            }
            else
            {
                changes.Remove(node);
            }
        }

        return await changes.Apply(cancellation).ConfigureAwait(false);
    }

    private static FieldDeclarationSyntax Readonly(FieldDeclarationSyntax field)
    {
        SyntaxToken keyword = SyntaxFactory.Token(SyntaxKind.ReadOnlyKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return field.Modifiers.Count > 0
            ? field.AddModifiers(keyword)
            : field.WithModifiers(SyntaxFactory.TokenList(keyword.WithLeadingTrivia(field.Declaration.GetLeadingTrivia()))).WithDeclaration(field.Declaration.WithoutLeadingTrivia());
    }
}
