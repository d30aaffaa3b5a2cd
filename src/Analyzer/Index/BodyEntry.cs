using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.Analyzer;

/// <summary>One body of code as its syntax tells: a method, accessor, constructor, initializer, or the top-level statements.</summary>
internal sealed class BodyEntry
{
    private string? _type;
    private (int Least, int Most)? _arguments;

    public BodyEntry(SyntaxNode declaration, string name, HashSet<string> mentions, bool locks, bool handlesLocks, bool usesParameters, bool mattersUnderLock)
    {
        Declaration = declaration;
        Name = name;
        Mentions = mentions;
        Locks = locks;
        HandlesLocks = handlesLocks;
        UsesParameters = usesParameters;
        MattersUnderLock = mattersUnderLock;
    }

    /// <summary>The node whose symbol or operation the body belongs to.</summary>
    public SyntaxNode Declaration { get; }

    /// <summary>The simple name under which other code calls it: of a constructor that of its type, of an accessor that of its property.</summary>
    public string Name { get; }

    /// <summary>The simple name of the type that the body stands in; empty outside of types.</summary>
    public string Type => _type ??= Declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText ?? "";

    /// <summary>The parameters of a method or constructor; <see langword="null"/> for any other body.</summary>
    public SeparatedSyntaxList<ParameterSyntax>? Parameters => (Declaration as BaseMethodDeclarationSyntax)?.ParameterList.Parameters;

    /// <summary>With how many arguments at least and at most it is called, its receiver not counted.</summary>
    public (int Least, int Most) Arguments => _arguments ??= Parameters is not { } parameters ? (0, int.MaxValue) : (
        parameters.Count(parameter => parameter.Default is null && !parameter.Modifiers.Any(SyntaxKind.ParamsKeyword)) - (IsExtension ? 1 : 0),
        parameters.Any(parameter => parameter.Modifiers.Any(SyntaxKind.ParamsKeyword)) ? int.MaxValue : parameters.Count);

    /// <summary>True for a constructor of objects.</summary>
    public bool IsConstructor => Declaration is ConstructorDeclarationSyntax { Modifiers: var modifiers } && !modifiers.Any(SyntaxKind.StaticKeyword);

    /// <summary>True for an extension method.</summary>
    public bool IsExtension => Parameters is [{ Modifiers: var modifiers }, ..] && modifiers.Any(SyntaxKind.ThisKeyword);

    /// <summary>Every identifier in the body.</summary>
    public HashSet<string> Mentions { get; }

    /// <summary>True when the body itself has a <c>lock</c> statement or calls a member named like one of a lock.</summary>
    public bool Locks { get; }

    /// <summary>True when the body calls members of locks by hand.</summary>
    public bool HandlesLocks { get; }

    /// <summary>True when the body locks or calls what it is given as a parameter.</summary>
    public bool UsesParameters { get; }

    /// <summary>True when the body runs continuations or callbacks, or waits for what is no lock: nothing by itself, but something under a lock of its caller.</summary>
    public bool MattersUnderLock { get; }
}

/// <summary>Something stored under a name: an assignment, a subscription, an initializer.</summary>
/// <param name="Name">The simple name of the field, property, event or local.</param>
/// <param name="Target">The left side, or the declaration.</param>
/// <param name="Value">What is stored.</param>
internal sealed record StoredValue(string Name, SyntaxNode Target, SyntaxNode Value);
