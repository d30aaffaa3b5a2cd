using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>One lock that a contract names.</summary>
/// <param name="Place">The lock as seen from the declaration; <see langword="null"/> when the path resolves to nothing.</param>
/// <param name="Path">The path as written.</param>
/// <param name="Shared">Reader mode is enough; for an exclusion, reader mode is allowed.</param>
internal sealed record ContractLock(Place? Place, string Path, bool Shared);

/// <summary>One lock that a contract names as tried.</summary>
/// <param name="Lock">The lock.</param>
/// <param name="Success">What the method returns when the lock is held.</param>
internal sealed record ContractTry(ContractLock Lock, bool Success);

/// <summary>What the annotations of a method promise and ask for.</summary>
internal sealed record Contract
{
    public static Contract None { get; } = new();

    public IReadOnlyList<ContractLock> Requires { get; init; } = [];

    public IReadOnlyList<ContractLock> Excludes { get; init; } = [];

    public IReadOnlyList<ContractLock> Acquires { get; init; } = [];

    public IReadOnlyList<ContractLock> Releases { get; init; } = [];

    public IReadOnlyList<ContractLock> Asserts { get; init; } = [];

    /// <summary>Locks that are held when the method returned what each of them says.</summary>
    public IReadOnlyList<ContractTry> Tries { get; init; } = [];

    /// <summary>The lock that the value returned is.</summary>
    public ContractLock? Returns { get; init; }

    /// <summary>True for <c>[AcquiresLock]</c> without names: whatever the scope manages.</summary>
    public bool AcquiresScope { get; init; }

    /// <summary>True for <c>[ReleasesLock]</c> without names.</summary>
    public bool ReleasesScope { get; init; }

    /// <summary>The body is not looked at.</summary>
    public bool NoAnalysis { get; init; }

    public bool IsEmpty => ReferenceEquals(this, None);

    /// <summary>True when the contract says what the method leaves held or released.</summary>
    public bool ChangesHeld => Acquires.Count + Releases.Count + Tries.Count > 0 || AcquiresScope || ReleasesScope;
}

/// <summary>The contracts of the methods of a compilation and of what it references.</summary>
/// <remarks>Thread-safe. An override or implementation without annotations of its own has those of what it overrides.</remarks>
internal sealed class Contracts
{
    private readonly AnnotatedAssemblies _assemblies;
    private readonly ConcurrentDictionary<ISymbol, Contract> _contracts = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<GuardContract>> _guards = new(SymbolEqualityComparer.Default);

    /// <param name="assemblies">Which assemblies may have contracts.</param>
    public Contracts(AnnotatedAssemblies assemblies) => _assemblies = assemblies;

    /// <summary>The contract of a method, accessor, local function, or delegate type.</summary>
    public Contract Of(ISymbol symbol) => _contracts.GetOrAdd(symbol.OriginalDefinition, Read);

    /// <summary>The locks that guard a field, property or event.</summary>
    public IReadOnlyList<GuardContract> GuardsOf(ISymbol member) => _guards.GetOrAdd(member.OriginalDefinition, ReadGuards);

    /// <summary>True for a type that is made to hold a lock as long as it lives.</summary>
    public static bool IsScope(ITypeSymbol? type) => type is not null && AnnotationReader.Has(type.OriginalDefinition, "ScopedLock");

    private IReadOnlyList<GuardContract> ReadGuards(ISymbol member)
    {
        if (!_assemblies.MayAnnotate(member))
        {
            return [];
        }

        List<GuardContract>? guards = null;
        foreach (AttributeData attribute in AnnotationReader.Of(member, "GuardedBy"))
        {
            (guards ??= []).Add(new GuardContract(
                [.. AnnotationReader.Strings(attribute).Select(path => new ContractLock(ContractPath.Resolve(path, member), path, false))],
                AnnotationReader.Flag(attribute, "AnyForRead"),
                AnnotationReader.Flag(attribute, "Content")));
        }

        return guards ?? (IReadOnlyList<GuardContract>)[];
    }

    private Contract Read(ISymbol symbol)
    {
        Contract own = _assemblies.MayAnnotate(symbol) ? ReadOwn(symbol) : Contract.None;
        if (!own.IsEmpty || symbol is not IMethodSymbol method)
        {
            return own;
        }

        if (method.OverriddenMethod is { } overridden)
        {
            return Translate(Of(overridden), overridden, method);
        }

        foreach (INamedTypeSymbol face in method.ContainingType is { } containing ? containing.AllInterfaces : System.Collections.Immutable.ImmutableArray<INamedTypeSymbol>.Empty)
        {
            if (!_assemblies.MayAnnotate(face))
            {
                continue;
            }

            foreach (ISymbol member in face.GetMembers())
            {
                if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } promised
                    && AnnotationReader.HasAny(promised)
                    && SymbolEqualityComparer.Default.Equals(method.ContainingType!.FindImplementationForInterfaceMember(promised)?.OriginalDefinition, method))
                {
                    return Translate(Of(promised), promised, method);
                }
            }
        }

        return own;
    }

    // Paths of an inherited contract start at the receiver or the parameters of the method that has them.
    private static Contract Translate(Contract contract, IMethodSymbol from, IMethodSymbol to)
    {
        if (contract.IsEmpty)
        {
            return contract;
        }

        ContractLock Move(ContractLock told)
        {
            Place? place = told.Place;
            if (place?.Root is { Kind: PlaceKind.Parameter, Symbol: IParameterSymbol parameter } root && parameter.Ordinal < to.Parameters.Length)
            {
                place = place.Rebase(root, Place.Parameter(to.Parameters[parameter.Ordinal]));
            }
            else if (place?.Root is { Kind: PlaceKind.This } receiver)
            {
                place = place.Rebase(receiver, Place.This(to.ContainingType));
            }

            return told with { Place = place };
        }

        _ = from;
        return contract with
        {
            Requires = [.. contract.Requires.Select(Move)],
            Excludes = [.. contract.Excludes.Select(Move)],
            Acquires = [.. contract.Acquires.Select(Move)],
            Releases = [.. contract.Releases.Select(Move)],
            Asserts = [.. contract.Asserts.Select(Move)],
            Tries = [.. contract.Tries.Select(tried => tried with { Lock = Move(tried.Lock) })],
            Returns = contract.Returns is null ? null : Move(contract.Returns),
            NoAnalysis = false,
        };
    }

    private static Contract ReadOwn(ISymbol symbol)
    {
        ISymbol declared = symbol is IMethodSymbol { AssociatedSymbol: IPropertySymbol property } && !AnnotationReader.HasAny(symbol) ? property : symbol;
        bool noAnalysis = IsUnanalysed(symbol);
        if (!noAnalysis && !AnnotationReader.HasAny(declared))
        {
            return Contract.None;
        }

        AttributeData? returned = AnnotationReader.First(declared, "ReturnsLock");
        return new Contract
        {
            Requires = [.. Locks(declared, "RequiresLock", "Shared")],
            Excludes = [.. Locks(declared, "ExcludesLock", "ExclusiveOnly")],
            Acquires = [.. Locks(declared, "AcquiresLock", "Shared")],
            Releases = [.. Locks(declared, "ReleasesLock", "Shared")],
            Asserts = [.. Locks(declared, "AssertsLock", "Shared")],
            Tries = [.. TriesOf(declared)],
            Returns = returned is null ? null : One(declared, returned, "Shared"),
            AcquiresScope = HasUnnamed(declared, "AcquiresLock"),
            ReleasesScope = HasUnnamed(declared, "ReleasesLock"),
            NoAnalysis = noAnalysis,
        };
    }

    private static bool IsUnanalysed(ISymbol symbol)
    {
        for (ISymbol? at = symbol; at is not null and not INamespaceSymbol; at = (at as IMethodSymbol)?.AssociatedSymbol ?? at.ContainingSymbol)
        {
            if (AnnotationReader.Has(at, "NoLockAnalysis"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasUnnamed(ISymbol symbol, string name) => AnnotationReader.Of(symbol, name).Any(attribute => !AnnotationReader.Strings(attribute).Any());

    private static IEnumerable<ContractLock> Locks(ISymbol symbol, string name, string flag) =>
        AnnotationReader.Of(symbol, name).SelectMany(attribute => AnnotationReader.Strings(attribute)
            .Select(path => new ContractLock(ContractPath.Resolve(path, symbol), path, AnnotationReader.Flag(attribute, flag))));

    private static IEnumerable<ContractTry> TriesOf(ISymbol symbol) =>
        from attribute in AnnotationReader.Of(symbol, "TryAcquiresLock")
        let tried = One(symbol, attribute, "Shared")
        where tried is not null
        select new ContractTry(tried, attribute.ConstructorArguments is [_, { Value: true }, ..]);

    private static ContractLock? One(ISymbol symbol, AttributeData attribute, string flag) =>
        AnnotationReader.Strings(attribute).FirstOrDefault() is { } path ? new ContractLock(ContractPath.Resolve(path, symbol), path, AnnotationReader.Flag(attribute, flag)) : null;
}

/// <summary>One <c>[GuardedBy]</c>.</summary>
/// <param name="Locks">All of them guard.</param>
/// <param name="AnyForRead">A read needs any one of them.</param>
/// <param name="Content">They guard the object that the member refers to, not the reference.</param>
internal sealed record GuardContract(IReadOnlyList<ContractLock> Locks, bool AnyForRead, bool Content);
