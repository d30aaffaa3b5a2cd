using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.CodeFixes;

/// <summary>What a piece of code does with a lock object.</summary>
internal enum LockUseKind
{
    /// <summary>The expression of a lock statement.</summary>
    Statement,

    /// <summary>The first argument of a member of <c>Monitor</c>.</summary>
    MonitorCall,

    /// <summary>The receiver of a call.</summary>
    MemberCall,

    /// <summary>The receiver of a property.</summary>
    Member,

    /// <summary>Assigned to.</summary>
    Assignment,

    /// <summary>Only its name: <c>nameof</c>.</summary>
    Name,

    /// <summary>Anything else: passed on, compared, returned.</summary>
    Other,
}

/// <summary>A use of a lock object.</summary>
/// <param name="Kind">What is done with it.</param>
/// <param name="Expression">The expression that names it, receiver included.</param>
/// <param name="Method">The method of a call.</param>
internal sealed record LockUse(LockUseKind Kind, ExpressionSyntax Expression, IMethodSymbol? Method = null)
{
    /// <summary>The call, for the kinds that are calls.</summary>
    public InvocationExpressionSyntax Call => Kind == LockUseKind.MonitorCall
        ? (InvocationExpressionSyntax)Expression.Parent!.Parent!.Parent!
        : (InvocationExpressionSyntax)Expression.Parent!.Parent!;

    /// <summary>The use that an expression is part of.</summary>
    public static LockUse Of(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation)
    {
        switch (expression.Parent)
        {
            case LockStatementSyntax:
                return new LockUse(LockUseKind.Statement, expression);
            case AssignmentExpressionSyntax assignment when assignment.Left == expression && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression):
                return new LockUse(LockUseKind.Assignment, expression);
            case ArgumentSyntax { NameColon: null, Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list } argument:
                if (call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" })
                {
                    return new LockUse(LockUseKind.Name, expression);
                }

                return list.Arguments[0] == argument && model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol method && method.ContainingType.ToDisplayString() == "System.Threading.Monitor"
                    ? new LockUse(LockUseKind.MonitorCall, expression, method)
                    : new LockUse(LockUseKind.Other, expression);
            case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == expression && call.Expression == access:
                return new LockUse(LockUseKind.MemberCall, expression, model.GetSymbolInfo(call, cancellation).Symbol as IMethodSymbol);
            case MemberAccessExpressionSyntax access when access.Expression == expression && model.GetSymbolInfo(access, cancellation).Symbol is IPropertySymbol:
                return new LockUse(LockUseKind.Member, expression);
            default:
                return new LockUse(LockUseKind.Other, expression);
        }
    }
}

/// <summary>Finds the uses of a private field, which are all in the type that declares it.</summary>
internal static class LockUses
{
    /// <summary>The uses, by document; <see langword="null"/> for a field that code elsewhere can see.</summary>
    public static async Task<IReadOnlyList<(Document Document, IReadOnlyList<LockUse> Uses)>?> OfField(Solution solution, IFieldSymbol field, CancellationToken cancellation)
    {
        if (field.DeclaredAccessibility != Accessibility.Private)
        {
            return null;
        }

        var found = new List<(Document, IReadOnlyList<LockUse>)>();
        foreach (IGrouping<SyntaxTree, SyntaxReference> tree in field.ContainingType.DeclaringSyntaxReferences.GroupBy(reference => reference.SyntaxTree))
        {
            if (solution.GetDocument(tree.Key) is not { } document || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
            {
                return null;
            }

            var uses = new List<LockUse>();
            foreach (SyntaxReference reference in tree)
            {
                SyntaxNode declaration = await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false);
                foreach (IdentifierNameSyntax name in declaration.DescendantNodes().OfType<IdentifierNameSyntax>())
                {
                    if (name.Identifier.ValueText == field.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol?.OriginalDefinition, field.OriginalDefinition))
                    {
                        ExpressionSyntax whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
                        uses.Add(LockUse.Of(whole, model, cancellation));
                    }
                }
            }

            found.Add((document, uses));
        }

        return found;
    }
}
