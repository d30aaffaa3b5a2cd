using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LockGraph.Analyzer;

/// <summary>Spells tests so that the same test is recognised when it comes again.</summary>
internal static class Conditions
{
    /// <summary>A boolean variable as a test.</summary>
    public static Value Of(IOperation variable)
    {
        var mentions = new List<ISymbol>();
        return Spell(variable, mentions) is { } text
            ? new ConditionValue(new Condition(text, mentions.ToImmutableArray(), null) { Asks = Asked(variable, null, Question.Truth) }, true)
            : Value.Unknown;
    }

    /// <summary>A comparison.</summary>
    public static Value Of(IBinaryOperation binary, Value left, Value right)
    {
        if (binary.OperatorKind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.LessThan
            or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual))
        {
            return Value.Unknown;
        }

        var mentions = new List<ISymbol>();
        (Place, Place)? orders = Orders(binary, left);
        bool negated = binary.OperatorKind is BinaryOperatorKind.NotEquals or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.LessThanOrEqual;
        string sign = binary.OperatorKind switch
        {
            BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals => "==",
            BinaryOperatorKind.LessThan or BinaryOperatorKind.GreaterThanOrEqual => "<",
            _ => ">",
        };
        string? spelledLeft = Spell(binary.LeftOperand, mentions, left);
        string? spelledRight = Spell(binary.RightOperand, mentions, right);
        if (spelledLeft is null || spelledRight is null)
        {
            if (orders is null)
            {
                return Value.Unknown;
            }

            // Not a test that can be recognised, but one that orders two objects all the same.
            spelledLeft = "@" + binary.Syntax.SpanStart.ToString(CultureInfo.InvariantCulture);
        }

        (IParameterSymbol, Question)? asks = sign != "==" ? null : right is ConstantValue { Constant: var one }
            ? Asked(binary.LeftOperand, left, Question.Is(one))
            : left is ConstantValue { Constant: var other } ? Asked(binary.RightOperand, right, Question.Is(other)) : null;
        return new ConditionValue(new Condition(spelledLeft + sign + spelledRight, mentions.ToImmutableArray(), orders) { Asks = asks }, !negated);
    }

    /// <summary>A test for null.</summary>
    public static Value IsNull(IOperation operand, Value value) => Of(operand, value, "==null", Question.Null);

    /// <summary>A test for a constant.</summary>
    public static Value IsConstant(IOperation operand, Value value, object constant) => Of(operand, value, "==" + Spell(constant), Question.Is(constant));

    /// <summary>A test for a type: only what is asked of a parameter is remembered.</summary>
    public static Value IsType(IOperation operand, Value value, ITypeSymbol type) =>
        Asked(operand, value, Question.IsA(type)) is null ? Value.Unknown : Of(operand, value, " is " + type.Name, Question.IsA(type));

    private static Value Of(IOperation operand, Value value, string test, Question asked)
    {
        var mentions = new List<ISymbol>();
        return Spell(operand, mentions, value) is { } text
            ? new ConditionValue(new Condition(text + test, mentions.ToImmutableArray(), null) { Asks = Asked(operand, value, asked) }, true)
            : Value.Unknown;
    }

    private static (IParameterSymbol Parameter, Question Asked)? Asked(IOperation operand, Value? value, Question asked)
    {
        while (operand is IConversionOperation conversion)
        {
            operand = conversion.Operand;
        }

        IParameterSymbol? parameter = (operand as IParameterReferenceOperation)?.Parameter
            ?? (operand is IFlowCaptureReferenceOperation && value is PlaceValue { Place: { Kind: PlaceKind.Parameter, Symbol: IParameterSymbol captured } } ? captured : null);
        return parameter is null ? null : (parameter, asked);
    }

    private static string Spell(object constant) => constant is string text ? "\"" + text + "\"" : Convert.ToString(constant, CultureInfo.InvariantCulture)!;

    /// <summary>The pure spelling of an operand; null when its value may differ from one evaluation to the next.</summary>
    /// <param name="operation">The operand.</param>
    /// <param name="mentions">Takes the variables in it.</param>
    /// <param name="value">What it is: the compiler keeps a variable that is tested more than once in one of its own.</param>
    private static string? Spell(IOperation? operation, List<ISymbol> mentions, Value? value = null)
    {
        switch (operation)
        {
            case { ConstantValue: { HasValue: true, Value: var constant } }:
                return constant is null ? "null" : Spell(constant);
            case IConversionOperation conversion:
                return Spell(conversion.Operand, mentions, value);
            case IFlowCaptureReferenceOperation when value is PlaceValue { Place: { Kind: PlaceKind.Local or PlaceKind.Parameter, Symbol: { } captured } }:
                mentions.Add(captured);
                return SpellVariable(captured);
            case ILocalReferenceOperation local:
                mentions.Add(local.Local);
                return SpellVariable(local.Local);
            case IParameterReferenceOperation parameter:
                mentions.Add(parameter.Parameter);
                return SpellVariable(parameter.Parameter);
            case IInstanceReferenceOperation:
                return "this";
            case IFieldReferenceOperation field:
                mentions.Add(field.Field);
                return field.Instance is null ? SymbolNames.Of(field.Field) : Spell(field.Instance, mentions) is { } owner ? owner + "." + field.Field.Name : null;
            case IPropertyReferenceOperation { Arguments.Length: 0 } property:
                mentions.Add(property.Property);
                return property.Instance is null ? SymbolNames.Of(property.Property) : Spell(property.Instance, mentions) is { } holder ? holder + "." + property.Property.Name : null;
            default:
                return null;
        }
    }

    // Locals of one name in two blocks are two.
    private static string SpellVariable(ISymbol variable) => variable is ILocalSymbol
        ? "local " + variable.Name + "@" + (variable.Locations.FirstOrDefault()?.SourceSpan.Start ?? 0).ToString(CultureInfo.InvariantCulture)
        : "parameter " + variable.Name;

    // `a.Id < b.Id`, `string.CompareOrdinal(a.Name, b.Name) < 0`, `GetHashCode(a) < GetHashCode(b)`, `a.CompareTo(b) < 0`: which of two comes first.
    private static (Place, Place)? Orders(IBinaryOperation binary, Value left)
    {
        if (binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
        {
            return null;
        }

        if (OwnerOf(binary.LeftOperand) is { } one && OwnerOf(binary.RightOperand) is { } other && !one.Equals(other))
        {
            return (one, other);
        }

        return left is TupleValue { Parts: [PlaceValue first, PlaceValue second] } ? (first.Place, second.Place) : Compared(binary.LeftOperand);
    }

    private static (Place, Place)? Compared(IOperation operand)
    {
        if (operand is not IInvocationOperation call)
        {
            return null;
        }

        List<IOperation> compared = [.. call.Arguments.Select(argument => argument.Value)];
        if (call.Instance is not null)
        {
            compared.Insert(0, call.Instance);
        }

        return compared.Count >= 2 && OwnerOf(compared[0]) is { } one && OwnerOf(compared[1]) is { } other && !one.Equals(other) ? (one, other) : null;
    }

    /// <summary>The object whose value a comparison looks at: of <c>other.Id</c> it is <c>other</c>, of a bare <c>id</c> the receiver.</summary>
    private static Place? OwnerOf(IOperation operand)
    {
        switch (operand)
        {
            case IConversionOperation conversion:
                return OwnerOf(conversion.Operand);
            case IFieldReferenceOperation { Instance: { } instance }:
                return OwnerOf(instance);
            case IPropertyReferenceOperation { Instance: { } instance }:
                return OwnerOf(instance);
            case IInvocationOperation { Instance: { } instance, Arguments.Length: 0 }:
                return OwnerOf(instance);
            case IInvocationOperation { Arguments: [{ Value: { } argument }] } call when call.TargetMethod.Name == "GetHashCode":
                return OwnerOf(argument);
            case IInstanceReferenceOperation { Type: INamedTypeSymbol type }:
                return Place.This(type);
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { } made } } captured }
                when !IsOwnParameter(operand, captured):
                // A parameter of a primary constructor belongs to the receiver.
                return Place.This(made);
            case IParameterReferenceOperation parameter:
                return Place.Parameter(parameter.Parameter);
            case ILocalReferenceOperation local:
                return Place.Local(local.Local);
            default:
                return null;
        }
    }

    private static bool IsOwnParameter(IOperation operand, IParameterSymbol parameter) =>
        operand.SemanticModel?.GetEnclosingSymbol(operand.Syntax.SpanStart) is { } body && SymbolEqualityComparer.Default.Equals(body, parameter.ContainingSymbol);
}
