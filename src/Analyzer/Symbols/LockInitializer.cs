using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.Analyzer;

/// <summary>How the lock in a member is made: what the arguments of its constructor say of it.</summary>
/// <remarks>Read from syntax alone: the initializer, or else the one assignment in a constructor of the type. Literals only; anything else is unknown.</remarks>
internal sealed class LockInitializer
{
    private LockInitializer(string? name, int? initialCount, bool? reentrant, bool known)
    {
        Name = name;
        InitialCount = initialCount;
        Reentrant = reentrant;
        IsKnown = known;
    }

    /// <summary>Nothing is known.</summary>
    public static LockInitializer Unknown { get; } = new(null, null, null, false);

    /// <summary>True when the creation was found.</summary>
    public bool IsKnown { get; }

    /// <summary>The name given at construction.</summary>
    public string? Name { get; }

    /// <summary>The first integer argument: the free slots of a semaphore.</summary>
    public int? InitialCount { get; }

    /// <summary>What the arguments say of recursion; <see langword="null"/> when they say nothing.</summary>
    public bool? Reentrant { get; }

    /// <summary>The creation in a constructor, for a member without an initializer.</summary>
    public SyntaxNode? InConstructor { get; private set; }

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
            if (value is not null)
            {
                return Read(value);
            }

            if (AssignedIn(declaration, member.Name) is { } assigned)
            {
                LockInitializer made = Read(assigned);
                made.InConstructor = made.IsKnown ? assigned : null;
                return made;
            }
        }

        return Unknown;
    }

    public static LockInitializer Read(ExpressionSyntax made)
    {
        // Of a collection of locks, what its elements are made with.
        BaseObjectCreationExpressionSyntax? creation = made as BaseObjectCreationExpressionSyntax
            ?? made.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>().FirstOrDefault(element => element.ArgumentList?.Arguments.Count > 0);
        if (creation is null)
        {
            return Unknown;
        }

        string? name = null;
        int? count = null;
        bool? reentrant = null;
        foreach (ArgumentSyntax argument in creation.ArgumentList?.Arguments ?? default)
        {
            switch (argument.Expression)
            {
                case LiteralExpressionSyntax { Token.Value: bool flag } when argument.NameColon?.Name.Identifier.ValueText == "reentrant":
                    reentrant = flag;
                    break;
                case LiteralExpressionSyntax { Token.Value: string text }:
                    name ??= text;
                    break;
                case LiteralExpressionSyntax { Token.Value: int number }:
                    count ??= number;
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "SupportsRecursion" }:
                    reentrant = true;
                    break;
                case BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: string text } }, ..] }:
                    name ??= text;
                    break;
            }
        }

        // A slot count that is no literal may be any number.
        bool hidden = count is null && creation.ArgumentList?.Arguments is { Count: > 0 } arguments
            && arguments.Any(argument => !IsSpeaking(argument.Expression));
        return new LockInitializer(name, hidden ? -1 : count, reentrant, true);
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
