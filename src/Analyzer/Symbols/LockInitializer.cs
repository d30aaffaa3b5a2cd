using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.Analyzer;

/// <summary>How the lock in a member is made: what the arguments of its constructor say of it.</summary>
/// <remarks>Read from syntax alone: the initializer, or else the one assignment in a constructor of the type. Literals only; anything else is unknown.</remarks>
internal sealed class LockInitializer
{
    private LockInitializer(string? name, int? initialCount, bool recursive, bool known)
    {
        Name = name;
        InitialCount = initialCount;
        SupportsRecursion = recursive;
        IsKnown = known;
    }

    /// <summary>Nothing is known.</summary>
    public static LockInitializer Unknown { get; } = new(null, null, false, false);

    /// <summary>True when the creation was found.</summary>
    public bool IsKnown { get; }

    /// <summary>The name given at construction.</summary>
    public string? Name { get; }

    /// <summary>The first integer argument: the free slots of a semaphore.</summary>
    public int? InitialCount { get; }

    /// <summary>True for <c>LockRecursionPolicy.SupportsRecursion</c>.</summary>
    public bool SupportsRecursion { get; }

    public static LockInitializer Of(ISymbol member, CancellationToken cancellation)
    {
        foreach (SyntaxReference reference in member.DeclaringSyntaxReferences)
        {
            SyntaxNode declaration = reference.GetSyntax(cancellation);
            ExpressionSyntax? value = declaration switch
            {
                VariableDeclaratorSyntax { Initializer.Value: { } initializer } => initializer,
                PropertyDeclarationSyntax { Initializer.Value: { } initializer } => initializer,
                _ => null,
            };
            if ((value ?? AssignedIn(declaration, member.Name)) is { } made)
            {
                return Read(made);
            }
        }

        return Unknown;
    }

    public static LockInitializer Read(ExpressionSyntax made)
    {
        if (made is not BaseObjectCreationExpressionSyntax creation)
        {
            return Unknown;
        }

        string? name = null;
        int? count = null;
        bool recursive = false;
        foreach (ArgumentSyntax argument in creation.ArgumentList?.Arguments ?? default)
        {
            switch (argument.Expression)
            {
                case LiteralExpressionSyntax { Token.Value: string text }:
                    name ??= text;
                    break;
                case LiteralExpressionSyntax { Token.Value: int number }:
                    count ??= number;
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "SupportsRecursion" }:
                    recursive = true;
                    break;
                case BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: string text } }, ..] }:
                    name ??= text;
                    break;
            }
        }

        // A slot count that is no literal may be any number.
        bool hidden = count is null && creation.ArgumentList?.Arguments is { Count: > 0 } arguments
            && arguments.Any(argument => !IsSpeaking(argument.Expression));
        return new LockInitializer(name, hidden ? -1 : count, recursive, true);
    }

    private static bool IsSpeaking(ExpressionSyntax argument) =>
        argument is LiteralExpressionSyntax or BaseObjectCreationExpressionSyntax
        || argument is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "LockRecursionPolicy" } };

    private static ExpressionSyntax? AssignedIn(SyntaxNode declaration, string name)
    {
        ExpressionSyntax? found = null;
        if (declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type)
        {
            foreach (MemberDeclarationSyntax member in type.Members)
            {
                if (member is not ConstructorDeclarationSyntax constructor)
                {
                    continue;
                }

                foreach (AssignmentExpressionSyntax assignment in constructor.DescendantNodes().OfType<AssignmentExpressionSyntax>())
                {
                    if (assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && NameOf(assignment.Left) == name)
                    {
                        found ??= assignment.Right;
                    }
                }
            }
        }

        return found;
    }

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
