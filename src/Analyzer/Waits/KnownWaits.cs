using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LockGraph.Analyzer;

/// <summary>Calls that could block by their name, and do not by what they are called on.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class KnownWaits
{
    private const int _deepest = 2;

    private readonly ConcurrentDictionary<ISymbol, bool> _unbounded = new(SymbolEqualityComparer.Default);
    private readonly CompilationFacts _facts;

    public KnownWaits(CompilationFacts facts) => _facts = facts;

    /// <summary>True for a call that does not wait for anybody: an addition to a collection without a bound, the acquisition of a spin lock that somebody wrote.</summary>
    public bool GoesOn(IInvocationOperation call, Value receiver, IReadOnlyList<Value> arguments) => call.TargetMethod switch
    {
        { Name: "Add", ContainingType.Name: "BlockingCollection" } => CollectionOf(call, receiver) is { } collection && _unbounded.GetOrAdd(collection.OriginalDefinition, IsUnbounded),
        { Name: "SpinUntil", ContainingType.Name: "SpinWait" } => arguments.Count > 0 && Takes(arguments[0]),
        _ => false,
    };

    private static ISymbol? CollectionOf(IInvocationOperation call, Value receiver) => receiver switch
    {
        PlaceValue { Place: { Kind: PlaceKind.Member or PlaceKind.Static, Symbol: IFieldSymbol or IPropertySymbol } place } => place.Symbol,
        _ => (call.Instance as ILocalReferenceOperation)?.Local,
    };

    // All that is ever stored there is made on the spot, without a bound.
    private bool IsUnbounded(ISymbol collection) => IsAll(collection, value => Bare(value) is BaseObjectCreationExpressionSyntax creation
        && _facts.ModelOf(value.SyntaxTree).GetSymbolInfo(creation).Symbol is IMethodSymbol { Parameters: var parameters }
        && parameters.All(parameter => parameter.Type.SpecialType != SpecialType.System_Int32));

    private static ExpressionSyntax Bare(ExpressionSyntax value) => value is ParenthesizedExpressionSyntax { Expression: var inner } ? Bare(inner) : value;

    // `SpinUntil(() => Interlocked.CompareExchange(ref _owner, me, nobody) == nobody)` takes a lock; comparing with what is written is only a look.
    private bool Takes(Value condition) => condition switch
    {
        CodeValue { Targets: var targets } => targets.All(target => target.Method.DeclaringSyntaxReferences.Any(reference => Takes(reference.GetSyntax(), 0))),
        PlaceValue { Place: { Kind: PlaceKind.Member or PlaceKind.Static, Symbol: IFieldSymbol { IsReadOnly: true } field } } => IsAll(field, value => Takes(value, 0)),
        _ => false,
    };

    private bool Takes(SyntaxNode code, int depth)
    {
        foreach (SyntaxNode node in code.DescendantNodesAndSelf())
        {
            if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access, ArgumentList.Arguments: var arguments } && access.Expression.ToString().EndsWith("Interlocked", StringComparison.Ordinal))
            {
                if (access.Name.Identifier.ValueText == "Exchange" || (access.Name.Identifier.ValueText == "CompareExchange" && arguments is [_, var written, var expected] && !written.Expression.IsEquivalentTo(expected.Expression)))
                {
                    return true;
                }
            }
            else if (depth < _deepest && node is SimpleNameSyntax name && _facts.Owns(name.SyntaxTree)
                && _facts.ModelOf(name.SyntaxTree).GetSymbolInfo(name).Symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } called
                && called.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } inner && Takes(inner, depth + 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when something is stored in a variable, and everything that is passes a test.</summary>
    private bool IsAll(ISymbol variable, Func<ExpressionSyntax, bool> test)
    {
        List<Write>? writes = _facts.VariableWrites.Of(variable)?.Where(write => write.Value is null || !Writes.IsNull(write.Value)).ToList();
        return writes is { Count: > 0 } && writes.TrueForAll(write => write.Value is { } value && test(value));
    }
}
