using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LockGraph.Analyzer;

/// <summary>Where the values of an expression come from: types that it says itself, and variables and methods that say the rest.</summary>
internal sealed class Sources
{
    public TypeSet Types { get; } = new();

    /// <summary>Fields, properties, locals, parameters, methods; of the <c>value</c> of a setter, the setter.</summary>
    public HashSet<ISymbol> From { get; } = new(SymbolEqualityComparer.Default);

    public bool IsEmpty => Types.IsEmpty && From.Count == 0;

    public void UnionWith(Sources other)
    {
        Types.UnionWith(other.Types);
        From.UnionWith(other.From);
    }

    /// <summary>Adds the sources of an expression.</summary>
    public void Add(IOperation value)
    {
        switch (value)
        {
            case { ConstantValue: { HasValue: true, Value: null } } or IThrowOperation or IDefaultValueOperation { Type.IsReferenceType: true }:
                break;
            case IParenthesizedOperation parenthesized:
                Add(parenthesized.Operand);
                break;
            case IConversionOperation { OperatorMethod: null } conversion when IsSameObject(conversion):
                Add(conversion.Operand);
                break;
            case IObjectCreationOperation creation:
                Types.AddExact(creation.Type);
                break;
            case ICoalesceOperation coalesce:
                Add(coalesce.Value);
                Add(coalesce.WhenNull);
                break;
            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                Add(conditional.WhenTrue);
                Add(otherwise);
                break;
            case ISwitchExpressionOperation choice:
                foreach (ISwitchExpressionArmOperation arm in choice.Arms)
                {
                    Add(arm.Value);
                }

                break;
            case ISimpleAssignmentOperation assignment:
                Add(assignment.Value);
                break;
            case ICoalesceAssignmentOperation assignment:
                Add(assignment.Target);
                Add(assignment.Value);
                break;
            case IConditionalAccessOperation access:
                Add(access.WhenNotNull);
                break;
            case ILocalReferenceOperation local:
                AddFrom(local.Local, local.Type);
                break;
            case IFieldReferenceOperation field:
                AddFrom(field.Field, field.Type);
                break;
            case IPropertyReferenceOperation { Property.IsIndexer: false } property:
                AddFrom(property.Property, property.Type);
                break;
            case IInvocationOperation call:
                AddFrom(call.TargetMethod, call.Type);
                break;
            case IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.PropertySet, AssociatedSymbol: IPropertySymbol { IsIndexer: false } } setter } given
                when given.Parameter.Ordinal == setter.Parameters.Length - 1:
                AddFrom(setter, given.Type);
                break;
            case IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.Ordinary } } given:
                AddFrom(given.Parameter, given.Type);
                break;
            default:
                Types.AddBound(value.Type);
                break;
        }
    }

    /// <summary>True for a conversion that gives a known object another type: <c>(ITree)table</c>; one that asks for a type says more than what it asks.</summary>
    public static bool IsSameObject(IConversionOperation conversion) =>
        conversion is { OperatorMethod: null, Type: { } type } && (conversion.Operand is { Type: null } or { ConstantValue: { HasValue: true, Value: null } } || Dispatch.IsOrDerives(conversion.Operand.Type, type));

    // What a generic type or method keeps, only the user of it knows; what has no source says no more than its type.
    private void AddFrom(ISymbol source, ITypeSymbol? type)
    {
        ISymbol definition = source.OriginalDefinition;
        bool isGeneric = definition switch
        {
            IFieldSymbol field => field.Type.TypeKind == TypeKind.TypeParameter,
            IPropertySymbol property => property.Type.TypeKind == TypeKind.TypeParameter,
            IParameterSymbol parameter => parameter.Type.TypeKind == TypeKind.TypeParameter,
            IMethodSymbol { MethodKind: not MethodKind.PropertySet } method => method.ReturnType.TypeKind == TypeKind.TypeParameter,
            _ => false,
        };
        if (isGeneric || definition.DeclaringSyntaxReferences.Length == 0)
        {
            Types.AddBound(type);
        }
        else
        {
            From.Add(definition);
        }
    }
}
