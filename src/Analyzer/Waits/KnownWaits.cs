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
    private bool IsUnbounded(ISymbol collection)
    {
        List<ExpressionSyntax> values = [.. ValuesOf(collection)];
        return values.Count > 0 && values.TrueForAll(value => value is BaseObjectCreationExpressionSyntax && _facts.Owns(value.SyntaxTree)
            && _facts.ModelOf(value.SyntaxTree).GetSymbolInfo(value).Symbol is IMethodSymbol { Parameters: var parameters }
            && parameters.All(parameter => parameter.Type.SpecialType != SpecialType.System_Int32));
    }

    // `SpinUntil(() => Interlocked.CompareExchange(ref _owner, me, nobody) == nobody)` takes a lock; comparing with what is written is only a look.
    private bool Takes(Value condition) => condition switch
    {
        CodeValue { Targets: var targets } => targets.All(target => target.Method.DeclaringSyntaxReferences.Any(reference => Takes(reference.GetSyntax(), 0))),
        PlaceValue { Place: { Kind: PlaceKind.Member or PlaceKind.Static, Symbol: IFieldSymbol { IsReadOnly: true } field } } => ValuesOf(field).ToList() is { Count: > 0 } values && values.TrueForAll(value => Takes(value, 0)),
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

    private IEnumerable<ExpressionSyntax> ValuesOf(ISymbol variable)
    {
        foreach (SyntaxReference reference in variable.DeclaringSyntaxReferences)
        {
            ExpressionSyntax? initial = reference.GetSyntax() switch
            {
                VariableDeclaratorSyntax declarator => declarator.Initializer?.Value,
                PropertyDeclarationSyntax property => property.Initializer?.Value,
                _ => null,
            };
            if (initial is not null and not LiteralExpressionSyntax)
            {
                yield return initial;
            }
        }

        foreach (StoredValue stored in _facts.Index.StoredAs(variable.Name))
        {
            if (stored.Target is ExpressionSyntax target && stored.Value is ExpressionSyntax value && _facts.Owns(target.SyntaxTree)
                && SymbolEqualityComparer.Default.Equals(_facts.ModelOf(target.SyntaxTree).GetSymbolInfo(target).Symbol?.OriginalDefinition, variable.OriginalDefinition))
            {
                yield return value;
            }
        }
    }
}
