using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LockGraph.Analyzer;

/// <summary>Locks that an object was given when it was made: <c>new Worker(_gate)</c> makes <c>Worker._lock</c> another name of <c>_gate</c>.</summary>
/// <remarks>
/// Only where every creation that the program shows hands over the same member: with one that differs, the name stands for different locks, and
/// keeps a class of its own. So does one that comes out of a ring, in which objects hand their locks on to each other: where the ring begins hangs
/// on who asks first. Thread-safe.
/// </remarks>
internal sealed class HandedLocks
{
    // Behind more mentions of a constructor than this nobody looks for one lock.
    private const int _mostCreators = 400;

    [ThreadStatic]
    private static Stack<ISymbol>? _inProgress;

    private readonly ConcurrentDictionary<ISymbol, Origin> _origins = new(SymbolEqualityComparer.Default);
    private readonly CompilationFacts _facts;

    public HandedLocks(CompilationFacts facts) => _facts = facts;

    /// <summary>The lock at a place, under the name that its creator has for it.</summary>
    /// <param name="place">The place.</param>
    /// <param name="body">The body in whose words the place is told; <see langword="null"/> when that does not matter.</param>
    public Place AtOrigin(Place place, ISymbol? body)
    {
        if (place is not { Kind: PlaceKind.Member, Symbol: { } member, Owner: { } owner } || OriginOf(member) is not { } origin)
        {
            return place;
        }

        if (origin.IsStatic)
        {
            return Place.Static(origin);
        }

        INamedTypeSymbol creator = origin.ContainingType;
        switch (owner.Kind)
        {
            case PlaceKind.This:
                // Whoever made the receiver: for all bodies of the type the same, as the receiver itself is.
                return (owner.IsHandedOn ? Place.This(creator).HandOn() : Place.This(creator)).Member(origin);
            case PlaceKind.Member when IsOf(owner.Symbol, creator):
                return owner.Owner!.Member(origin);
            case PlaceKind.Fresh when body is { IsStatic: false } && IsOf(body, creator):
                return Place.This(creator).Member(origin);
            default:
                return Place.Unknown(creator, Binding.Forgotten).Member(origin);
        }
    }

    /// <summary>The member that every creator hands over for a member; <see langword="null"/> for a lock that the object makes itself, or gets from different ones.</summary>
    public ISymbol? OriginOf(ISymbol member) => Find(member.OriginalDefinition).Member;

    private Origin Find(ISymbol definition)
    {
        if (_origins.TryGetValue(definition, out Origin? known))
        {
            return known;
        }

        // Each thread has its own recursion, and shows the others finished answers alone.
        Stack<ISymbol> inProgress = _inProgress ??= new Stack<ISymbol>();
        if (inProgress.Contains(definition, SymbolEqualityComparer.Default))
        {
            return SymbolEqualityComparer.Default.Equals(inProgress.Peek(), definition) ? Origin.None : Origin.InARing;
        }

        inProgress.Push(definition);
        try
        {
            return _origins.GetOrAdd(definition, CanBeHanded(definition) ? Read(definition) : Origin.None);
        }
        finally
        {
            inProgress.Pop();
        }
    }

    private static bool IsOf(ISymbol? member, INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(member?.ContainingType?.OriginalDefinition, type.OriginalDefinition);

    private static bool CanBeHanded(ISymbol member) => member switch
    {
        IFieldSymbol field => field is { IsReadOnly: true, IsStatic: false, DeclaringSyntaxReferences.Length: > 0 },
        IPropertySymbol property => property is { SetMethod: null, IsStatic: false, IsIndexer: false, IsAbstract: false, DeclaringSyntaxReferences.Length: > 0 },
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } => true,
        _ => false,
    };

    private Origin Read(ISymbol member)
    {
        if (AnnotationReader.Has(member, "LockClass") || ParametersOf(member) is not { Count: > 0 } parameters)
        {
            return Origin.None;
        }

        Origin only = Only(parameters.SelectMany(Origins));
        return SymbolEqualityComparer.Default.Equals(only.Member, member) ? Origin.None : only;
    }

    private static Origin Only(IEnumerable<Origin> origins)
    {
        Origin? only = null;
        foreach (Origin origin in origins)
        {
            if (origin.Member is null)
            {
                return origin;
            }

            if (only is not null && !SymbolEqualityComparer.Default.Equals(origin.Member, only.Member))
            {
                return Origin.None;
            }

            only = origin;
        }

        return only ?? Origin.None;
    }

    /// <summary>The constructor parameters that a member is made of; <see langword="null"/> when it is made of anything else.</summary>
    private List<IParameterSymbol>? ParametersOf(ISymbol member)
    {
        IEnumerable<SyntaxNode> stored = _facts.Index.StoredAs(member.Name).Where(value => IsStoredIn(value.Target, member)).Select(value => value.Value);
        if (member is IParameterSymbol captured)
        {
            // Assigned somewhere, it is what it was given no longer.
            return stored.Any() ? null : [captured];
        }

        var parameters = new List<IParameterSymbol>();
        foreach (SyntaxNode value in stored.Concat(member.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).Select(InitializerOf).OfType<SyntaxNode>()))
        {
            if (ParameterIn(value) is not { } parameter)
            {
                return null;
            }

            parameters.Add(parameter);
        }

        return parameters;
    }

    private static SyntaxNode? InitializerOf(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax variable => variable.Initializer?.Value,
        PropertyDeclarationSyntax { AccessorList: not null } property => property.Initializer?.Value,
        PropertyDeclarationSyntax { ExpressionBody: { } body } => body.Expression,
        _ => null,
    };

    private bool IsStoredIn(SyntaxNode target, ISymbol member)
    {
        SemanticModel model = _facts.ModelOf(target.SyntaxTree);
        return SymbolEqualityComparer.Default.Equals((target is ExpressionSyntax expression ? model.GetSymbolInfo(expression).Symbol : model.GetDeclaredSymbol(target))?.OriginalDefinition, member);
    }

    private IParameterSymbol? ParameterIn(SyntaxNode value) =>
        _facts.ModelOf(value.SyntaxTree).GetOperation(value) is { } operation && Bare(operation) is IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } parameter }
            ? parameter
            : null;

    // `gate ?? throw …` is what was given.
    private static IOperation Bare(IOperation operation) => operation switch
    {
        IConversionOperation conversion => Bare(conversion.Operand),
        IParenthesizedOperation parenthesized => Bare(parenthesized.Operand),
        ICoalesceOperation coalesce when Bare(coalesce.WhenNull) is IThrowOperation => Bare(coalesce.Value),
        _ => operation,
    };

    /// <summary>What the callers of a constructor pass for a parameter; one without a member among it for anything that is none.</summary>
    private IEnumerable<Origin> Origins(IParameterSymbol parameter)
    {
        var constructor = (IMethodSymbol)parameter.ContainingSymbol;
        return CreationsOf(constructor) is { } creations ? creations.Select(arguments => OriginOf(arguments, parameter)) : [Origin.None];
    }

    private Origin OriginOf(IEnumerable<IArgumentOperation> arguments, IParameterSymbol parameter) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == parameter.Ordinal) is not { } passed ? Origin.None : Bare(passed.Value) switch
        {
            IFieldReferenceOperation field => FirstOriginOf(field.Field),
            IPropertyReferenceOperation { Property.IsIndexer: false } property => FirstOriginOf(_facts.ReturnedPlaces.Of(property.Property)?.Symbol ?? property.Property),
            IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } given } => KeptIn(given) is { } kept ? FirstOriginOf(kept) : Only(Origins(given)),
            _ => Origin.None,
        };

    private Origin FirstOriginOf(ISymbol member)
    {
        Origin first = Find(member.OriginalDefinition);
        return ReferenceEquals(first, Origin.None) ? new Origin(member.OriginalDefinition) : first;
    }

    /// <summary>The member in which the creator keeps what it was given itself.</summary>
    private ISymbol? KeptIn(IParameterSymbol given) =>
        given.ContainingType.GetMembers().FirstOrDefault(member => member is IFieldSymbol && CanBeHanded(member) && ParametersOf(member) is [var only] && SymbolEqualityComparer.Default.Equals(only, given));

    /// <summary>The arguments of every creation by a constructor that the program shows; <see langword="null"/> when there are too many places to look at.</summary>
    private List<IEnumerable<IArgumentOperation>>? CreationsOf(IMethodSymbol constructor)
    {
        INamedTypeSymbol type = constructor.ContainingType;
        List<BodyEntry> mentioning = [.. _facts.Index.Mentioning(type.Name).Concat(_facts.Index.Mentioning(TreeIndex.NewOf(constructor.Parameters.Length))).Distinct().Take(_mostCreators + 1)];
        if (mentioning.Count > _mostCreators)
        {
            return null;
        }

        var found = new List<IEnumerable<IArgumentOperation>>();
        IEnumerable<SyntaxNode> creations = mentioning.SelectMany(entry => entry.Declaration.DescendantNodes())
            .Where(node => node is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } creation && MayCreate(creation, type.Name));
        foreach (SyntaxNode node in creations.Concat(InitializersFor(type)).Distinct())
        {
            IOperation? made = _facts.ModelOf(node.SyntaxTree).GetOperation(node);
            IMethodSymbol? called = made is IObjectCreationOperation creation ? creation.Constructor : (made as IInvocationOperation)?.TargetMethod;
            if (SymbolEqualityComparer.Default.Equals(called?.OriginalDefinition, constructor))
            {
                found.Add(made!.ChildOperations.OfType<IArgumentOperation>());
            }
        }

        return found;
    }

    private static bool MayCreate(BaseObjectCreationExpressionSyntax creation, string type) => creation switch
    {
        ObjectCreationExpressionSyntax { Type: var named } => (named is QualifiedNameSyntax qualified ? qualified.Right : named as SimpleNameSyntax)?.Identifier.ValueText == type,
        _ => true,
    };

    // `: this(…)`, `: base(…)`, and the base of a primary constructor hand on what they get.
    private IEnumerable<SyntaxNode> InitializersFor(INamedTypeSymbol type)
    {
        foreach (TypeDeclarationSyntax declaration in _facts.Index.Trees.SelectMany(tree => tree.Types))
        {
            bool derives = declaration.BaseList?.Types.Any(known => known.Type.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(name => name.Identifier.ValueText == type.Name)) == true;
            if (!derives && declaration.Identifier.ValueText != type.Name)
            {
                continue;
            }

            foreach (PrimaryConstructorBaseTypeSyntax known in (declaration.BaseList?.Types ?? default).OfType<PrimaryConstructorBaseTypeSyntax>())
            {
                yield return known;
            }

            foreach (ConstructorDeclarationSyntax constructor in declaration.Members.OfType<ConstructorDeclarationSyntax>())
            {
                if (constructor.Initializer is { } initializer)
                {
                    yield return initializer;
                }
            }
        }
    }

    private sealed class Origin(ISymbol? member)
    {
        public static Origin None { get; } = new(null);

        /// <summary>None, and none for whatever comes from there.</summary>
        public static Origin InARing { get; } = new(null);

        /// <summary>The member; <see langword="null"/> for none.</summary>
        public ISymbol? Member { get; } = member;
    }
}
