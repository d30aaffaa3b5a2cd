using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>What the first step of a place is.</summary>
internal enum PlaceKind
{
    /// <summary>The receiver of the body.</summary>
    This,

    /// <summary>A parameter, as it was on entry.</summary>
    Parameter,

    /// <summary>A local whose value is not followed further.</summary>
    Local,

    /// <summary>A static field or property.</summary>
    Static,

    /// <summary>A field, property or event of the object that <see cref="Place.Owner"/> is.</summary>
    Member,

    /// <summary>
    /// A member that a reference assembly does not show, of the object that <see cref="Place.Owner"/> is, or static: only a summary knows its name.
    /// </summary>
    Named,

    /// <summary>An element of the collection that <see cref="Place.Owner"/> is.</summary>
    Element,

    /// <summary>The <c>Type</c> object of a type.</summary>
    TypeObject,

    /// <summary>An object made at one place of the body.</summary>
    Fresh,

    /// <summary>What a call gave.</summary>
    Result,

    /// <summary>A wait that is no lock: a task body, a type initializer, a lazy factory.</summary>
    Pseudo,

    /// <summary>Nothing is known but the type.</summary>
    Unknown,
}

/// <summary>Where an object is reached from, as the code of one body says it: <c>this._gate</c>, <c>other._gate</c>, <c>Registry.Gate</c>.</summary>
/// <remarks>
/// Immutable; equal places are the same object as far as one path through one body is concerned. Not interned: equality walks the chain,
/// which is kept short (<see cref="MaxDepth"/>).
/// </remarks>
internal sealed class Place : IEquatable<Place>
{
    /// <summary>Longer chains become <see cref="PlaceKind.Unknown"/>: loops along a reference would never end otherwise.</summary>
    public const int MaxDepth = 5;

    /// <summary>Ends the key of a new object that was given nothing: all that is reached from it is as new as itself.</summary>
    private const string Alone = "!";

    private readonly int _hash;

    private Place(PlaceKind kind, Place? owner, ISymbol? symbol, string? key, bool isHandedOn = false)
    {
        IsHandedOn = isHandedOn;
        Kind = kind;
        Owner = owner;
        Symbol = symbol;
        Key = key;
        Depth = owner is null ? 1 : owner.Depth + 1;
        unchecked
        {
            _hash = ((int)kind * 397)
                ^ (owner is null ? 0 : owner._hash * 31)
                ^ (symbol is null ? 0 : SymbolEqualityComparer.Default.GetHashCode(symbol))
                ^ (key is null ? 0 : StringComparer.Ordinal.GetHashCode(key) * 17)
                ^ (isHandedOn ? 1 : 0);
        }
    }

    public PlaceKind Kind { get; }

    public Place? Owner { get; }

    /// <summary>The type of <see cref="PlaceKind.This"/>, the parameter, local, field, method …</summary>
    public ISymbol? Symbol { get; }

    /// <summary>What tells apart places of one kind and symbol: an index, a position in the source.</summary>
    public string? Key { get; }

    public int Depth { get; }

    /// <summary>True for an object that was made here, or is being made, from the point on at which others may see it.</summary>
    public bool IsHandedOn { get; }

    /// <summary>True for a new object that was given nothing, as long as nobody else sees it.</summary>
    public bool IsAlone => Kind == PlaceKind.Fresh && !IsHandedOn && Key!.EndsWith(Alone, StringComparison.Ordinal);

    public Place Root => Owner is null ? this : Owner.Root;

    public static Place This(INamedTypeSymbol type) => new(PlaceKind.This, null, type.OriginalDefinition, null);

    public static Place Parameter(IParameterSymbol parameter) => new(PlaceKind.Parameter, null, parameter, null);

    public static Place Local(ILocalSymbol local) => new(PlaceKind.Local, null, local, null);

    public static Place Static(ISymbol member) => new(PlaceKind.Static, null, member.OriginalDefinition, null);

    public static Place TypeObject(ITypeSymbol type) => new(PlaceKind.TypeObject, null, type.OriginalDefinition, null);

    public static Place Fresh(ITypeSymbol? type, string key, bool alone) => new(PlaceKind.Fresh, null, type, alone ? key + Alone : key);

    public static Place Result(IMethodSymbol method, string key) => new(PlaceKind.Result, null, method.OriginalDefinition, key);

    public static Place Pseudo(ISymbol body, string key) => new(PlaceKind.Pseudo, null, body, key);

    public static Place Unknown(ITypeSymbol? type, string key) => new(PlaceKind.Unknown, null, type, key);

    public Place Member(ISymbol member) =>
        Depth >= MaxDepth ? new Place(PlaceKind.Member, Unknown((member.ContainingType as ITypeSymbol)?.OriginalDefinition, "deep"), member.OriginalDefinition, null)
            : new Place(PlaceKind.Member, this, member.OriginalDefinition, null);

    /// <summary>A member that has no symbol here.</summary>
    /// <param name="owner">The object; <see langword="null"/> for a static member.</param>
    /// <param name="name">The member, as <see cref="SymbolNames.Of"/> spells it, or the name of its lock by <see cref="ReferencedSummaries.Name"/>.</param>
    public static Place Named(Place? owner, string name) =>
        new(PlaceKind.Named, owner is { Depth: >= MaxDepth } ? Unknown(null, "deep") : owner, null, name);

    public Place Element(string key) => Depth >= MaxDepth ? Unknown(null, "deep") : new Place(PlaceKind.Element, this, null, key);

    /// <summary>The same new object, once others may see it.</summary>
    public Place HandOn() => new(Kind, Owner, Symbol, Key, isHandedOn: true);

    /// <summary>The same new object, once it has been given something: what is reached from it may be older than itself.</summary>
    public Place Give() => new(Kind, Owner, Symbol, Key!.TrimEnd(Alone[0]), IsHandedOn);

    /// <summary>One new object, of which two paths know different things, as it is behind both of them; <see langword="null"/> for two objects.</summary>
    public Place? Merge(Place other)
    {
        if (Kind != PlaceKind.Fresh || other.Kind != PlaceKind.Fresh || !Give().HandOn().Equals(other.Give().HandOn()))
        {
            return null;
        }

        Place merged = IsHandedOn || other.IsHandedOn ? HandOn() : this;
        return Key == other.Key ? merged : merged.Give();
    }

    /// <summary>The same chain on another root or prefix; <see langword="null"/> when <paramref name="from"/> is no prefix.</summary>
    public Place? Rebase(Place from, Place to)
    {
        if (Equals(from))
        {
            return to;
        }

        if (Owner is null || Depth <= from.Depth)
        {
            return null;
        }

        Place? owner = Owner.Rebase(from, to);
        return owner is null ? null : Kind switch
        {
            PlaceKind.Element => owner.Element(Key!),
            PlaceKind.Named => Named(owner, Key!),
            _ => owner.Member(Symbol!),
        };
    }

    /// <summary>True when the chain goes through <paramref name="prefix"/>.</summary>
    public bool StartsWith(Place prefix) => Equals(prefix) || (Owner is not null && Depth > prefix.Depth && Owner.StartsWith(prefix));

    /// <summary>True when the chain goes through a member, a local or a parameter.</summary>
    public bool Reaches(ISymbol symbol) => (Symbol is not null && SymbolEqualityComparer.Default.Equals(Symbol, symbol.OriginalDefinition)) || (Owner?.Reaches(symbol) ?? false);

    /// <summary>True when an index or position occurs anywhere in the chain.</summary>
    public bool Mentions(string key) => Key == key || (Owner?.Mentions(key) ?? false);

    public bool Equals(Place? other) =>
        ReferenceEquals(this, other)
        || (other is not null && _hash == other._hash && Kind == other.Kind && Key == other.Key && IsHandedOn == other.IsHandedOn
            && SymbolEqualityComparer.Default.Equals(Symbol, other.Symbol) && Equals(Owner, other.Owner));

    public override bool Equals(object? obj) => Equals(obj as Place);

    public override int GetHashCode() => _hash;

    /// <summary>As the code spells it.</summary>
    public override string ToString() => Kind switch
    {
        PlaceKind.This => "this",
        PlaceKind.TypeObject => "typeof(" + Symbol!.Name + ")",
        PlaceKind.Static => Symbol!.ContainingType?.Name + "." + Symbol.Name,
        PlaceKind.Member => Owner!.Kind == PlaceKind.This ? Symbol!.Name : Owner + "." + Symbol!.Name,
        PlaceKind.Named => ReferencedSummaries.MemberIn(Key!),
        PlaceKind.Element => Owner + "[]",
        PlaceKind.Result => Symbol!.Name + "()",
        PlaceKind.Fresh => "new " + (Symbol?.Name ?? "object"),
        PlaceKind.Unknown => Symbol?.Name ?? "unknown",
        _ => Symbol?.Name ?? Kind.ToString(),
    };
}
