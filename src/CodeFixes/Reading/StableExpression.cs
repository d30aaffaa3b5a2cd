using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.CodeFixes;

/// <summary>Tells which expressions mean the same wherever in a body they are evaluated.</summary>
internal static class StableExpression
{
    /// <summary>True when the object that the expression names cannot change under a lock: <c>this</c>, readonly fields, variables that nobody assigns.</summary>
    public static bool NamesOneObject(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation) => expression switch
    {
        ThisExpressionSyntax or BaseExpressionSyntax or TypeOfExpressionSyntax => true,
        ParenthesizedExpressionSyntax inner => NamesOneObject(inner.Expression, model, cancellation),
        IdentifierNameSyntax name => IsStable(model.GetSymbolInfo(name, cancellation).Symbol, name, model, cancellation),
        MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } access => model.GetSymbolInfo(access, cancellation).Symbol is { } member
            && IsStable(member, access, model, cancellation) && (member.IsStatic || NamesOneObject(access.Expression, model, cancellation)),
        _ => false,
    };

    /// <summary>True when evaluating the expression later, or under one lock more or less, gives the same value and does nothing else.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="outside">What is declared in here does not exist outside, where the expression is to go; <see langword="null"/> for nothing.</param>
    /// <param name="model">The model.</param>
    /// <param name="cancellation">Cancels.</param>
    public static bool IsTrivial(ExpressionSyntax? expression, SyntaxNode? outside, SemanticModel model, CancellationToken cancellation)
    {
        switch (expression)
        {
            case null or LiteralExpressionSyntax or ThisExpressionSyntax or TypeOfExpressionSyntax or DefaultExpressionSyntax:
                return true;
            case ParenthesizedExpressionSyntax inner:
                return IsTrivial(inner.Expression, outside, model, cancellation);
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression or (int)SyntaxKind.LogicalNotExpression } unary:
                return IsTrivial(unary.Operand, outside, model, cancellation);
            case BaseObjectCreationExpressionSyntax { Initializer: null } creation:
                return creation.ArgumentList?.Arguments.All(argument => argument.RefKindKeyword.IsKind(SyntaxKind.None) && IsTrivial(argument.Expression, outside, model, cancellation)) ?? true;
            case InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } }:
                return true;
        }

        if (model.GetConstantValue(expression, cancellation).HasValue)
        {
            return true;
        }

        ISymbol? symbol = model.GetSymbolInfo(expression, cancellation).Symbol;
        return symbol switch
        {
            ILocalSymbol local => outside is null || !local.DeclaringSyntaxReferences.Any(reference => outside.Span.Contains(reference.Span)),
            IParameterSymbol parameter => parameter.ContainingSymbol is IMethodSymbol { MethodKind: not MethodKind.Constructor } || !IsCapturedPrimary(parameter),
            IFieldSymbol { IsReadOnly: true, IsStatic: true } => true,
            _ => NamesOneObject(expression, model, cancellation),
        };
    }

    private static bool IsStable(ISymbol? symbol, SyntaxNode use, SemanticModel model, CancellationToken cancellation) => symbol switch
    {
        IFieldSymbol field => field.IsReadOnly || field.IsConst,
        IPropertySymbol { SetMethod: null, IsIndexer: false, IsVirtual: false, IsAbstract: false, IsOverride: false } property => IsAutomatic(property, cancellation),
        ILocalSymbol local => !IsAssigned(local, use, model, cancellation),
        IParameterSymbol parameter => !IsAssigned(parameter, use, model, cancellation),
        INamedTypeSymbol or INamespaceSymbol => true,
        _ => false,
    };

    private static bool IsCapturedPrimary(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax);

    private static bool IsAutomatic(IPropertySymbol property, CancellationToken cancellation) =>
        property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is PropertyDeclarationSyntax { AccessorList: { } accessors }
        && accessors.Accessors.All(accessor => accessor.Body is null && accessor.ExpressionBody is null);

    // Declared once and never the target of an assignment: enough for a lock, which nobody increments.
    private static bool IsAssigned(ISymbol variable, SyntaxNode use, SemanticModel model, CancellationToken cancellation)
    {
        SyntaxNode scope = use.AncestorsAndSelf().LastOrDefault(node => node is MemberDeclarationSyntax and not (BaseNamespaceDeclarationSyntax or GlobalStatementSyntax)) ?? use.SyntaxTree.GetRoot(cancellation);
        foreach (IdentifierNameSyntax name in scope.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText == variable.Name && IsTarget(name) && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol, variable))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTarget(IdentifierNameSyntax name) =>
        (name.Parent is AssignmentExpressionSyntax assignment && assignment.Left == name)
        || (name.Parent is ArgumentSyntax argument && (!argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax { Parent: AssignmentExpressionSyntax }));
}
