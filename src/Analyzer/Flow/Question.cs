using System.Globalization;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>What is asked of a value.</summary>
internal enum QuestionKind
{
    /// <summary>Is it true?</summary>
    Truth,

    /// <summary>Is it <see langword="null"/>?</summary>
    Null,

    /// <summary>Is it this constant?</summary>
    Constant,

    /// <summary>Is it an object of this type?</summary>
    Type,

    /// <summary>Is it a task that is finished?</summary>
    Finished,

    /// <summary>Is it code that is known, or none?</summary>
    KnownCode,
}

/// <summary>A question that a body asks of a parameter: on the answer depends what it does, and its caller may know it.</summary>
internal sealed class Question : IEquatable<Question>
{
    private readonly object? _constant;
    private readonly ITypeSymbol? _type;

    private Question(QuestionKind kind, object? constant = null, ITypeSymbol? type = null)
    {
        Kind = kind;
        _constant = constant;
        _type = type;
    }

    public static Question Truth { get; } = new(QuestionKind.Truth);

    public static Question Null { get; } = new(QuestionKind.Null);

    public static Question Finished { get; } = new(QuestionKind.Finished);

    public static Question KnownCode { get; } = new(QuestionKind.KnownCode);

    public QuestionKind Kind { get; }

    public static Question Is(object constant) => new(QuestionKind.Constant, constant: constant);

    public static Question IsA(ITypeSymbol type) => new(QuestionKind.Type, type: type);

    /// <summary>The answer for a value; <see langword="null"/> when what is known of it does not tell.</summary>
    public bool? Answer(Value value) => Kind switch
    {
        QuestionKind.Truth => (value as BoolValue)?.Is,
        QuestionKind.Null => IsNull(value),
        QuestionKind.Constant => value is ConstantValue { Constant: var given } ? AreEqual(given, _constant!) : value is NullValue ? false : null,
        QuestionKind.Type => value is NullValue ? false : value is PlaceValue { Place: var place } ? IsA(place) : null,
        QuestionKind.KnownCode => value is CodeValue or NullValue ? true : null,
        _ => null,
    };

    public bool Equals(Question? other) =>
        other is not null && Kind == other.Kind && Equals(_constant, other._constant) && SymbolEqualityComparer.Default.Equals(_type, other._type);

    public override bool Equals(object? obj) => Equals(obj as Question);

    public override int GetHashCode() => ((int)Kind * 397) ^ (_constant?.GetHashCode() ?? 0) ^ (_type is null ? 0 : SymbolEqualityComparer.Default.GetHashCode(_type));

    /// <summary>The same for equal questions.</summary>
    public override string ToString() => Kind + " " + Convert.ToString(_constant, CultureInfo.InvariantCulture) + _type?.Name;

    private static bool? IsNull(Value value) => value switch
    {
        NullValue => true,
        ConstantValue or BoolValue or CodeValue or ScopeValue or TupleValue => false,
        PlaceValue { Place.Kind: PlaceKind.This or PlaceKind.Fresh or PlaceKind.TypeObject } => false,
        _ => null,
    };

    // A constant may have been converted on its way: numbers are compared with numbers, and only with them.
    private static bool? AreEqual(object one, object other) => (one, other) switch
    {
        (string left, string right) => left == right,
        (char left, char right) => left == right,
        _ when IsInteger(one) && IsInteger(other) => Convert.ToDecimal(one, CultureInfo.InvariantCulture) == Convert.ToDecimal(other, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static bool IsInteger(object constant) => constant is sbyte or byte or short or ushort or int or uint or long or ulong;

    // Of a new object the type is known; of any other it is at least the declared one, unless that may be null.
    private bool? IsA(Place place)
    {
        if (_type is not INamedTypeSymbol { IsGenericType: false } asked || LockClasses.TypeOf(place) is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface } type)
        {
            return null;
        }

        bool isOne = Inherits(type, asked);
        return place.Kind is PlaceKind.Fresh or PlaceKind.This ? isOne ? true : place.Kind == PlaceKind.Fresh ? false : null : isOne && !MayBeNull(place) ? true : null;
    }

    private static bool Inherits(INamedTypeSymbol type, INamedTypeSymbol asked)
    {
        for (INamedTypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at, asked))
            {
                return true;
            }
        }

        return type.AllInterfaces.Contains(asked, SymbolEqualityComparer.Default);
    }

    private static bool MayBeNull(Place place) => place.Symbol switch
    {
        IFieldSymbol field => field.NullableAnnotation == NullableAnnotation.Annotated,
        IPropertySymbol property => property.NullableAnnotation == NullableAnnotation.Annotated,
        IParameterSymbol parameter => parameter.NullableAnnotation == NullableAnnotation.Annotated,
        _ => true,
    };
}

/// <summary>A question to which a path knows the answer.</summary>
/// <param name="Parameter">Ordinal of the parameter that is asked about.</param>
/// <param name="Asked">The question.</param>
/// <param name="Value">The answer.</param>
internal readonly record struct GivenFlag(int Parameter, Question Asked, bool Value);
