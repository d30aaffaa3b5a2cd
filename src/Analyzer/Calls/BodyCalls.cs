using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LockGraph.Analyzer;

/// <summary>Which methods a body calls, as the compiler resolved it, whatever path leads there.</summary>
/// <remarks>Cost: one walk over the operations. Calls of delegates are not among them: a body that makes one matters by itself.</remarks>
internal static class BodyCalls
{
    /// <summary>The methods with code of ours behind them that the body at <paramref name="root"/> calls, lambdas and local functions included.</summary>
    public static IReadOnlyCollection<IMethodSymbol> Of(IOperation root, Func<IMethodSymbol, bool> isOurs)
    {
        var found = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        foreach (IOperation operation in root.DescendantsAndSelf())
        {
            foreach (IMethodSymbol method in Called(operation))
            {
                if (isOurs(method))
                {
                    found.Add(method.OriginalDefinition);
                }
            }
        }

        return found;
    }

    private static IEnumerable<IMethodSymbol> Called(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call:
                return Initialized(call.TargetMethod).Concat(Implementation(call.TargetMethod, call.Instance));
            case IObjectCreationOperation { Constructor: { } constructor }:
                return Initialized(constructor);
            case IPropertyReferenceOperation { Property: var property } access:
                return new[] { property.GetMethod, property.SetMethod }.OfType<IMethodSymbol>().SelectMany(accessor => Initialized(accessor).Concat(Implementation(accessor, access.Instance)));
            case IFieldReferenceOperation { Field: { IsStatic: true, IsConst: false } field }:
                return field.ContainingType.StaticConstructors;
            case IImplicitIndexerReferenceOperation { IndexerSymbol: var indexer }:
                return indexer is IPropertySymbol implied ? new[] { implied.GetMethod, implied.SetMethod }.OfType<IMethodSymbol>() : indexer is IMethodSymbol slice ? [slice] : [];
            case IEventAssignmentOperation { EventReference: IEventReferenceOperation { Event: var @event } }:
                return new[] { @event.AddMethod, @event.RemoveMethod }.OfType<IMethodSymbol>();
            case IMethodReferenceOperation { Method: var method }:
                return [method];
            case IBinaryOperation { OperatorMethod: { } @operator }:
                return [@operator];
            case IUnaryOperation { OperatorMethod: { } @operator }:
                return [@operator];
            case IIncrementOrDecrementOperation { OperatorMethod: { } @operator }:
                return [@operator];
            case ICompoundAssignmentOperation { OperatorMethod: { } @operator }:
                return [@operator];
            case IConversionOperation { OperatorMethod: { } conversion }:
                return [conversion];
            case IForEachLoopOperation loop:
                return Members(Bare(loop.Collection).Type, "GetEnumerator", "GetAsyncEnumerator")
                    .SelectMany(start => Members(start.ReturnType, "MoveNext", "MoveNextAsync", "get_Current", "Dispose", "DisposeAsync").Append(start));
            case IUsingOperation { Resources: var resources }:
                return Resources(resources);
            case IUsingDeclarationOperation { DeclarationGroup: var resources }:
                return Resources(resources);
            case IInterpolationOperation { Expression.Type: var shown }:
                return Members(shown, "ToString");
            case IDeconstructionAssignmentOperation { Value.Type: var taken }:
                return Members(taken, "Deconstruct");
            case IRecursivePatternOperation { DeconstructSymbol: IMethodSymbol deconstruct }:
                return [deconstruct];
            case IAwaitOperation { Operation.Type: var awaited }:
                return Members(awaited, "GetAwaiter").SelectMany(start => Members(start.ReturnType, "get_IsCompleted", "GetResult").Append(start));
            default:
                return [];
        }
    }

    // The first use of a type runs its initializer.
    private static IEnumerable<IMethodSymbol> Initialized(IMethodSymbol method) =>
        method.IsStatic || method.MethodKind == MethodKind.Constructor ? method.ContainingType.StaticConstructors.Append(method) : [method];

    // A member of the framework that a type of ours implements: the receiver tells which.
    private static IEnumerable<IMethodSymbol> Implementation(IMethodSymbol method, IOperation? receiver) =>
        method.DeclaringSyntaxReferences.Length == 0 && receiver is not null ? Members(Bare(receiver).Type, method.Name) : [];

    private static IEnumerable<IMethodSymbol> Resources(IOperation resources) => resources.DescendantsAndSelf().Select(operation => operation switch
    {
        IVariableDeclaratorOperation declared => declared.Symbol.Type,
        _ when ReferenceEquals(operation, resources) => Bare(operation).Type,
        _ => null,
    }).SelectMany(type => Members(type, "Dispose", "DisposeAsync"));

    private static IOperation Bare(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    // Of a type of ours and of those that it derives from; an explicit implementation is found by how its name ends.
    private static IEnumerable<IMethodSymbol> Members(ITypeSymbol? type, params string[] names)
    {
        if (type is ITypeParameterSymbol parameter)
        {
            return parameter.ConstraintTypes.SelectMany(bound => Members(bound, names));
        }

        var found = new List<IMethodSymbol>();
        for (ITypeSymbol? at = type; at is { SpecialType: SpecialType.None, DeclaringSyntaxReferences.Length: > 0 }; at = at.BaseType)
        {
            found.AddRange(at.GetMembers().OfType<IMethodSymbol>().Where(member => Array.IndexOf(names, member.Name.Substring(member.Name.LastIndexOf('.') + 1)) >= 0));
        }

        return found;
    }
}
