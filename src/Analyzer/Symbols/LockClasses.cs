using System.Collections.Concurrent;
using LockGraph.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockGraph.Analyzer;

/// <summary>A lock as the code names it: the place, the class, and what tells it apart among its class.</summary>
/// <param name="Place">Where the object is reached from.</param>
/// <param name="Class">Its class.</param>
/// <param name="Subclass">Declared rank inside the class.</param>
/// <param name="OrderedBy">The member of the owner that orders instances, or <see langword="null"/>.</param>
internal sealed record ResolvedLock(Place Place, LockClass Class, int Subclass = 0, string? OrderedBy = null)
{
    public string Name => LockClassName.WithSubclass(Class.Name, Subclass);
}

/// <summary>From a place to the lock class of the object there.</summary>
/// <remarks>Thread-safe; one per compilation.</remarks>
internal sealed class LockClasses
{
    private readonly KnownTypes _types;
    private readonly ConcurrentDictionary<ISymbol, MemberLock> _members = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _lockThemselves = new(SymbolEqualityComparer.Default);
    private readonly Func<INamedTypeSymbol, bool> _locksThis;
    private readonly ReferencedSummaries _summaries;

    /// <param name="types">The known types.</param>
    /// <param name="locksThis">Whether code of a type locks its own receivers.</param>
    /// <param name="summaries">What is known of the locks of other assemblies.</param>
    public LockClasses(KnownTypes types, Func<INamedTypeSymbol, bool> locksThis, ReferencedSummaries summaries)
    {
        _types = types;
        _locksThis = locksThis;
        _summaries = summaries;
    }

    /// <summary>The lock at a place; <see langword="null"/> when the place has no class of its own (a parameter, an unknown value).</summary>
    /// <param name="place">The place.</param>
    /// <param name="primitive">How the code uses it; <see cref="LockPrimitive.Monitor"/> for the monitor of any object.</param>
    public ResolvedLock? Resolve(Place place, LockPrimitive primitive)
    {
        switch (place.Kind)
        {
            case PlaceKind.Pseudo:
                return new ResolvedLock(place, new LockClass(PseudoName(place)) { IsPseudo = true, Reentrant = true });
            case PlaceKind.This:
                return OfMonitorOf((INamedTypeSymbol)place.Symbol!, place, primitive);
            case PlaceKind.TypeObject:
                return new ResolvedLock(place, Complete(new LockClass("typeof(" + SymbolNames.Of(place.Symbol!) + ")"), primitive, named: false));
            case PlaceKind.Static:
            case PlaceKind.Member:
                return OfMember(place, place.Symbol!, primitive);
            case PlaceKind.Named:
                return _summaries.LockOf(place.Key!) is { } told ? new ResolvedLock(place, ClassOf(told), told.Subclass) : null;
            case PlaceKind.Element:
                return Resolve(place.Owner!, primitive) is { } owner ? owner with { Place = place, Class = Renamed(owner.Class, owner.Class.Name) } : null;
            case PlaceKind.Result:
                return primitive.Family == LockFamily.Monitor && OfMonitored(TypeOf(place), place) is { } monitored
                    ? monitored
                    : new ResolvedLock(place, Complete(new LockClass(SymbolNames.Of(place.Symbol!) + "()"), primitive, named: false));
            case PlaceKind.Fresh when place.Symbol is ITypeSymbol made && place.Key is { } key:
                return primitive.Family == LockFamily.Monitor && OfMonitored(made, place) is { } own
                    ? own
                    : new ResolvedLock(place, Complete(new LockClass("new " + made.Name + "@" + key.TrimEnd('!')), primitive, named: false));
            case PlaceKind.Local when place.Symbol is ILocalSymbol { ContainingSymbol: { } around } captured && IsCaptured(captured):
                // Shared by all who capture it.
                return new ResolvedLock(place, Complete(new LockClass(SymbolNames.Of(around) + "." + captured.Name), primitive, named: false));
            default:
                return primitive.Family == LockFamily.Monitor ? OfMonitored(TypeOf(place), place) : null;
        }
    }

    /// <summary>The class of a lock member.</summary>
    public MemberLock Of(ISymbol member) => _members.GetOrAdd(member.OriginalDefinition, Read);

    /// <summary>The class of a lock that a summary tells of.</summary>
    public static LockClass ClassOf(SummarizedLock told) => new(told.Name)
    {
        Reentrant = told.Reentrant,
        Owner = told.Primitive.Owner,
        WaitType = told.Primitive.WaitType,
        Nesting = told.NeedsOrder ? SameClassNesting.NeedsOrder : SameClassNesting.InstanceOrder,
        MaxHeld = told.MaxHeld,
        Primitive = told.Primitive.Name,
    };

    /// <summary>The type of the object at a place, as far as the declaration tells.</summary>
    public static ITypeSymbol? TypeOf(Place place) => place.Kind switch
    {
        PlaceKind.Element => ElementTypeOf(TypeOf(place.Owner!)),
        _ => place.Symbol switch
        {
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            IEventSymbol @event => @event.Type,
            IParameterSymbol parameter => parameter.Type,
            ILocalSymbol local => local.Type,
            IMethodSymbol method => method.ReturnType,
            ITypeSymbol type => type,
            _ => null,
        },
    };

    /// <summary>The type of the elements of a collection type.</summary>
    public static ITypeSymbol? ElementTypeOf(ITypeSymbol? collection) => collection switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments.Length: > 0 } named => named.TypeArguments[named.TypeArguments.Length - 1],
        _ => null,
    };

    /// <summary>True for a local that a lambda or local function uses as well.</summary>
    public static bool IsCaptured(ILocalSymbol local)
    {
        if (local.DeclaringSyntaxReferences.FirstOrDefault() is not { } reference || reference.GetSyntax().FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
        {
            return false;
        }

        SyntaxNode scope = member is GlobalStatementSyntax { Parent: { } unit } ? unit : member;
        return scope.DescendantNodes().Any(node => node is IdentifierNameSyntax name && name.Identifier.ValueText == local.Name
            && name.FirstAncestorOrSelf<SyntaxNode>(outer => outer is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) is { } function
            && !function.Span.Contains(reference.Span));
    }

    private static string PseudoName(Place place) => place.Key is { Length: > 0 } key ? key : SymbolNames.Of(place.Symbol!);

    private ResolvedLock OfMonitorOf(INamedTypeSymbol type, Place place, LockPrimitive primitive)
    {
        AttributeData? named = AnnotationReader.First(type, "LockClass");
        string name = named is null ? SymbolNames.Of(type) + ".this" : AnnotationReader.Strings(named).FirstOrDefault() ?? type.Name;
        return new ResolvedLock(place, Complete(new LockClass(name) { MaxHeld = AnnotationReader.Number(AnnotationReader.First(type, "MaxHeld")) }, primitive, named is not null));
    }

    // One object is one lock, whether its own code locks `this` or foreign code locks the variable that holds it.
    private ResolvedLock? OfMonitored(ITypeSymbol? type, Place place) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class } named && named.DeclaringSyntaxReferences.Length > 0 && LocksThis(named)
            ? OfMonitorOf(named.OriginalDefinition, place, LockPrimitive.Monitor)
            : null;

    private bool LocksThis(INamedTypeSymbol type) => _lockThemselves.GetOrAdd(type.OriginalDefinition, symbol => _locksThis((INamedTypeSymbol)symbol));

    private ResolvedLock? OfMember(Place place, ISymbol member, LockPrimitive primitive)
    {
        if (primitive.Family == LockFamily.Monitor && OfMonitored(TypeOf(place), place) is { } own && !AnnotationReader.Has(member, "LockClass"))
        {
            return own;
        }

        MemberLock found = Of(member);
        if (primitive.Family == LockFamily.Monitor && _types.PrimitiveOf(TypeOf(place)) is { Family: not LockFamily.Lock })
        {
            // The monitor of an object that is a lock of another kind is another lock.
            return new ResolvedLock(place.Element("monitor"), Complete(new LockClass(found.Class.Name + ".monitor"), primitive, named: false));
        }

        if (primitive.Family == LockFamily.Semaphore && !found.IsLock)
        {
            return null;
        }

        // A member of a foreign type says nothing by itself (`SyncRoot`): the lock is named after who owns it.
        string? name = member.DeclaringSyntaxReferences.Length == 0 && place.Owner is { } owner && !found.IsNamed && _summaries.LockOf(member) is null
            && Resolve(owner, LockPrimitive.Monitor) is { } outer
            ? outer.Class.Name + "." + member.Name
            : null;
        LockClass @class = Complete(name is null ? found.Class : Renamed(found.Class, name), primitive, found.IsNamed || IsTracked(place));
        return new ResolvedLock(place, @class, found.Subclass, found.OrderedBy);
    }

    /// <summary>Tracked locks are strict wherever they are: who made one has begun to say what he means.</summary>
    private static bool IsTracked(Place place) => TypeOf(place) is { ContainingNamespace: { Name: "LockGraph", ContainingNamespace.IsGlobalNamespace: true } };

    private static LockClass Complete(LockClass open, LockPrimitive primitive, bool named) => new(open.Name)
    {
        Reentrant = open.Reentrant ?? primitive.Reentrant,
        Owner = open.Owner ?? primitive.Owner,
        WaitType = open.WaitType ?? primitive.WaitType,
        Nesting = named ? SameClassNesting.NeedsOrder : SameClassNesting.InstanceOrder,
        MaxHeld = open.MaxHeld,
        IsPseudo = open.IsPseudo,
        Primitive = open.Primitive ?? primitive.Name,
        Protects = open.Protects,
        Summary = open.Summary,
    };

    private static LockClass Renamed(LockClass other, string name) => new(name)
    {
        Reentrant = other.Reentrant,
        Owner = other.Owner,
        WaitType = other.WaitType,
        Nesting = other.Nesting,
        MaxHeld = other.MaxHeld,
        IsPseudo = other.IsPseudo,
        Primitive = other.Primitive,
        Protects = other.Protects,
        Summary = other.Summary,
    };

    // The runtime learns the member of a tracked lock from its initializer; made in a constructor, the lock is named after the place.
    private static string? SiteOf(ISymbol member, LockInitializer made) => made.InConstructor is { } creation
        ? LockClassName.OfSite(SymbolNames.Of(member.ContainingType) + "." + (member.IsStatic ? "cctor" : "ctor"), Sentences.SiteOf(creation.GetLocation()))
        : null;

    private MemberLock Read(ISymbol member)
    {
        if (member.DeclaringSyntaxReferences.Length == 0 && _summaries.LockOf(member) is { } told)
        {
            return new MemberLock(ClassOf(told), told.Subclass, null, told.NeedsOrder, IsLock: true);
        }

        AttributeData? named = AnnotationReader.First(member, "LockClass");
        ITypeSymbol? type = member switch
        {
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            IParameterSymbol parameter => parameter.Type,
            _ => null,
        };
        LockPrimitive? primitive = _types.PrimitiveOf(type);
        LockInitializer made = primitive is null && _types.PrimitiveOf(ElementTypeOf(type)) is null ? LockInitializer.Unknown : LockInitializer.Of(member, CancellationToken.None);
        bool tracked = type is { ContainingNamespace: { Name: "LockGraph", ContainingNamespace.IsGlobalNamespace: true } };
        string name = (named is null ? null : AnnotationReader.Strings(named).FirstOrDefault()) ?? (tracked || type is IArrayTypeSymbol ? made.Name : null) ?? (tracked ? SiteOf(member, made) : null) ?? SymbolNames.Of(member);
        return new MemberLock(
            new LockClass(name)
            {
                Reentrant = made.Reentrant,
                MaxHeld = AnnotationReader.Number(AnnotationReader.First(member, "MaxHeld")),
                Protects = AnnotationReader.Text(named, "Protects"),
                Summary = AnnotationReader.Text(named, "Summary"),
                Primitive = primitive?.Name,
            },
            AnnotationReader.Number(AnnotationReader.First(member, "LockSubclass")) ?? 0,
            AnnotationReader.First(member, "OrderedBy") is { } ordered ? AnnotationReader.Strings(ordered).FirstOrDefault() : null,
            named is not null || AnnotationReader.HasAny(member),
            primitive is not { Family: LockFamily.Semaphore } || made.InitialCount == 1 || (tracked && made is { IsKnown: true, InitialCount: null }));
    }
}

/// <summary>What the declaration of a lock member says.</summary>
/// <param name="Class">The class, with the traits that the declaration gives; the rest is the primitive's.</param>
/// <param name="Subclass">Declared rank.</param>
/// <param name="OrderedBy">The key that orders instances.</param>
/// <param name="IsNamed">True when the declaration carries an attribute of ours.</param>
/// <param name="IsLock">False for a semaphore of other than one slot.</param>
internal sealed record MemberLock(LockClass Class, int Subclass, string? OrderedBy, bool IsNamed, bool IsLock);
