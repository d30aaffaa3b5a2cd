using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.Analyzer;

/// <summary>The constructor of a base that a constructor without code goes on to.</summary>
/// <param name="Method">The first on the way that has code.</param>
/// <param name="From">For each of its parameters, the parameter of the derived constructor that it gets; -1 for anything else.</param>
internal sealed record BaseCall(IMethodSymbol Method, ImmutableArray<int> From)
{
    /// <summary>The arguments of the base, out of those of the derived constructor.</summary>
    public Value[] Arguments(IReadOnlyList<Value> arguments) => [.. From.Select(ordinal => ordinal >= 0 && ordinal < arguments.Count ? arguments[ordinal] : Value.Unknown)];

    /// <summary>What the base is handed of what the derived constructor has under an ordinal.</summary>
    public IEnumerable<PassedOn> Passes(int ordinal)
    {
        ImmutableArray<Destination> targets = From.Select(from => from < 0 ? Destination.Own : Destination.Of(from)).Prepend(Destination.Of(Handovers.Receiver)).ToImmutableArray();
        return ordinal == Handovers.Receiver
            ? [new PassedOn(Method, Handovers.Receiver, targets)]
            : Enumerable.Range(0, From.Length).Where(parameter => From[parameter] == ordinal).Select(parameter => new PassedOn(Method, parameter, targets));
    }
}

/// <summary>Default and primary constructors have no code that could be followed, but run a constructor of their base.</summary>
/// <remarks>Thread-safe. Binds nothing but the base call of a primary constructor.</remarks>
internal sealed class BaseConstructors(CompilationFacts facts)
{
    private readonly ConcurrentDictionary<IMethodSymbol, BaseCall?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>What a constructor runs instead of code of its own; <see langword="null"/> when it has some, or when there is none in its bases either.</summary>
    public BaseCall? RunBy(IMethodSymbol constructor) =>
        constructor is { MethodKind: MethodKind.Constructor, ContainingType: { TypeKind: TypeKind.Class, DeclaringSyntaxReferences.Length: > 0, BaseType.SpecialType: SpecialType.None } }
            ? _known.GetOrAdd(constructor.OriginalDefinition, Find)
            : null;

    /// <summary>The constructor of the base that runs when none is named.</summary>
    public static IMethodSymbol? DefaultOf(INamedTypeSymbol? type) => type?.BaseType is not { SpecialType: SpecialType.None } known ? null
        : known.InstanceConstructors.Where(constructor => constructor.Parameters.All(parameter => parameter.IsOptional || parameter.IsParams))
            .OrderBy(constructor => constructor.Parameters.Length).FirstOrDefault();

    private BaseCall? Find(IMethodSymbol constructor)
    {
        // A record copies what it is made of: the copy constructor of the base does no more.
        bool isDefault = constructor.IsImplicitlyDeclared && constructor.Parameters.IsEmpty;
        TypeDeclarationSyntax? primary = constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as TypeDeclarationSyntax;
        if (!isDefault && primary is null)
        {
            return null;
        }

        BaseCall? named = primary?.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault() is { } syntax ? Named(syntax, constructor) : null;
        if ((named ?? (DefaultOf(constructor.ContainingType) is { } unnamed ? new BaseCall(unnamed, unnamed.Parameters.Select(_ => -1).ToImmutableArray()) : null)) is not { } call)
        {
            return null;
        }

        return RunBy(call.Method) is { } further ? new BaseCall(further.Method, further.From.Select(ordinal => ordinal < 0 ? -1 : call.From[ordinal]).ToImmutableArray())
            : facts.BodyOf(call.Method) is not null || facts.Summaries.Knows(call.Method) ? call
            : null;
    }

    // `class Child(Room room) : Guest(1, room)`
    private BaseCall? Named(PrimaryConstructorBaseTypeSyntax syntax, IMethodSymbol constructor)
    {
        if (facts.ModelOf(syntax.SyntaxTree).GetSymbolInfo(syntax).Symbol is not IMethodSymbol called)
        {
            return null;
        }

        int[] from = [.. called.Parameters.Select(_ => -1)];
        SeparatedSyntaxList<ArgumentSyntax> arguments = syntax.ArgumentList.Arguments;
        for (int i = 0; i < arguments.Count; i++)
        {
            string? name = arguments[i].NameColon?.Name.Identifier.ValueText;
            int target = name is null ? i : called.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Ordinal ?? from.Length;
            if (target < from.Length && arguments[i].Expression is IdentifierNameSyntax passed)
            {
                from[target] = constructor.Parameters.FirstOrDefault(parameter => parameter.Name == passed.Identifier.ValueText)?.Ordinal ?? -1;
            }
        }

        return new BaseCall(called, from.ToImmutableArray());
    }
}
