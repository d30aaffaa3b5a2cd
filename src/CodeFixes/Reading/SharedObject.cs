using LockGraph.Analyzer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.CodeFixes;

/// <summary>An object that a type locks and others can lock as well: the instance itself, a <c>Type</c> object, a string.</summary>
/// <param name="Owner">The type whose code locks it.</param>
/// <param name="Type">The type of <c>typeof</c>; <see langword="null"/> otherwise.</param>
/// <param name="Text">The string; <see langword="null"/> otherwise.</param>
internal sealed record SharedObject(INamedTypeSymbol Owner, ITypeSymbol? Type, string? Text)
{
    private const string TypePrefix = "typeof ";
    private const string TextPrefix = "text ";

    /// <summary>True when the gate that takes its place belongs to all instances.</summary>
    public bool IsStatic => Type is not null || Text is not null;

    /// <summary>The object, spelled for <see cref="FixTarget"/>.</summary>
    public string Detail => Type is not null ? TypePrefix + Type.ToDisplayString() : Text is not null ? TextPrefix + Text : "this";

    /// <summary>The object that an expression names; <see langword="null"/> for one that no gate can take the place of.</summary>
    public static SharedObject? Of(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation)
    {
        if (expression.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration || model.GetDeclaredSymbol(declaration, cancellation) is not { } owner)
        {
            return null;
        }

        if (model.GetConstantValue(expression, cancellation) is { HasValue: true, Value: string text })
        {
            return Outermost(owner) is { IsGenericType: false } around && around.TypeKind is TypeKind.Class or TypeKind.Struct ? new SharedObject(around, null, text) : null;
        }

        return expression switch
        {
            // A record compares its fields: a gate of its own would make no two of them equal.
            ThisExpressionSyntax when owner is { TypeKind: TypeKind.Class, IsRecord: false } => new SharedObject(owner, null, null),
            TypeOfExpressionSyntax named when model.GetTypeInfo(named.Type, cancellation).Type is { TypeKind: not TypeKind.TypeParameter and not TypeKind.Error } type
                && Outermost(owner) is { IsGenericType: false } around && around.TypeKind is TypeKind.Class or TypeKind.Struct => new SharedObject(around, type, null),
            _ => null,
        };
    }

    /// <summary>True when an expression in the code of <see cref="Owner"/> names the object.</summary>
    public bool IsNamedBy(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation) =>
        Of(expression, model, cancellation) is { } other && SymbolEqualityComparer.Default.Equals(other.Owner, Owner) && IsSameObject(other);

    /// <summary>The places where <see cref="Owner"/> locks the object; <see langword="null"/> when other code may lock it as well, so that a gate would part what belongs together.</summary>
    public IReadOnlyList<LockUse>? Uses(Compilation compilation, CompilationFacts facts, CancellationToken cancellation)
    {
        if (Owner.GetMembers().OfType<IMethodSymbol>().Any(IsSynchronized))
        {
            return null;
        }

        var uses = new List<LockUse>();
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            List<ExpressionSyntax> locked = [.. LockedIn(tree.GetRoot(cancellation))];
            if (locked.Count == 0)
            {
                continue;
            }

            SemanticModel model = facts.ModelOf(tree);
            foreach (ExpressionSyntax expression in locked)
            {
                if (IsNamedBy(expression, model, cancellation))
                {
                    uses.Add(LockUse.Of(expression, model, cancellation));
                }
                else if (MayBe(expression, model, cancellation))
                {
                    return null;
                }
            }
        }

        return uses.TrueForAll(use => use.Kind is LockUseKind.Statement or LockUseKind.MonitorCall) ? uses : null;
    }

    private static IEnumerable<ExpressionSyntax> LockedIn(SyntaxNode root)
    {
        foreach (SyntaxNode node in root.DescendantNodes())
        {
            if (node is LockStatementSyntax statement)
            {
                yield return statement.Expression;
            }
            else if (node is InvocationExpressionSyntax { ArgumentList.Arguments: [var first, ..], Expression: MemberAccessExpressionSyntax { Expression: var type } }
                && (type as IdentifierNameSyntax ?? (type as MemberAccessExpressionSyntax)?.Name)?.Identifier.ValueText == "Monitor")
            {
                yield return first.Expression;
            }
        }
    }

    private static INamedTypeSymbol Outermost(INamedTypeSymbol type) => type.ContainingType is { } around ? Outermost(around) : type;

    private static bool IsSynchronized(IMethodSymbol method) =>
        (method.MethodImplementationFlags & System.Reflection.MethodImplAttributes.Synchronized) != 0;

    private bool IsSameObject(SharedObject other) => SymbolEqualityComparer.Default.Equals(Type, other.Type) && Text == other.Text;

    private bool MayBe(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation)
    {
        if (Text is not null)
        {
            return model.GetConstantValue(expression, cancellation) is { HasValue: true, Value: string text } && text == Text;
        }

        if (Type is not null)
        {
            return expression is TypeOfExpressionSyntax named && SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(named.Type, cancellation).Type, Type);
        }

        // Another instance, a base or a derived class: it may be the same object under another name.
        return model.GetTypeInfo(expression, cancellation).Type is INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } type
            && (DerivesFrom(type, Owner) || DerivesFrom(Owner, type));
    }

    private static bool DerivesFrom(INamedTypeSymbol type, INamedTypeSymbol other)
    {
        for (INamedTypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at.OriginalDefinition, other.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }
}
