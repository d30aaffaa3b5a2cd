using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>A call resolved to one body.</summary>
/// <param name="Call">The call.</param>
/// <param name="Target">The body that runs.</param>
/// <param name="Callee">Its facts.</param>
/// <param name="Wait">The pseudo-lock that stands for waiting for it; <see langword="null"/> for a plain call.</param>
internal sealed record ResolvedCall(CallEvent Call, IMethodSymbol Target, BodyFacts Callee, Place? Wait);

/// <summary>From calls to the bodies they may run: overrides, delegates, events, threads.</summary>
internal sealed class CallGraph
{
    private readonly CompilationFacts _facts;
    private readonly DelegateTargets _delegates;
    private readonly Dictionary<BodyFacts, IReadOnlyList<ResolvedCall>> _resolved = [];

    public CallGraph(CompilationFacts facts, DelegateTargets delegates)
    {
        _facts = facts;
        _delegates = delegates;
    }

    /// <summary>The calls of a body whose targets are known.</summary>
    public IReadOnlyList<ResolvedCall> CallsOf(BodyFacts body)
    {
        if (!_resolved.TryGetValue(body, out IReadOnlyList<ResolvedCall>? calls))
        {
            calls = [.. body.Calls.SelectMany(Resolve)];
            _resolved.Add(body, calls);
        }

        return calls;
    }

    /// <summary>The bodies that a delegate value may run.</summary>
    public IEnumerable<BodyFacts> BodiesOf(IMethodSymbol method) => _facts.Overrides.Of(method).Select(target => _facts.FactsOf(target)).OfType<BodyFacts>();

    private IEnumerable<ResolvedCall> Resolve(CallEvent call)
    {
        if (call.Target is { } target)
        {
            bool isBase = call.Site.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax
            {
                Expression: Microsoft.CodeAnalysis.CSharp.Syntax.MemberAccessExpressionSyntax { Expression: Microsoft.CodeAnalysis.CSharp.Syntax.BaseExpressionSyntax },
            };
            foreach (IMethodSymbol method in isBase ? [target.OriginalDefinition] : Narrow(target, call))
            {
                if (_facts.FactsOf(method) is { } callee)
                {
                    yield return new ResolvedCall(call, method, callee, call.Kind == CallKind.Awaited ? Waits.For(method) : null);
                }
            }
        }
        else if (call.Delegate is { Kind: not PlaceKind.Parameter, Symbol: { } variable } place)
        {
            bool isLazy = LockClasses.TypeOf(place) is { } type && KnownTypes.Is(type, _facts.Types.Lazy);
            foreach (IMethodSymbol method in _delegates.Of(variable))
            {
                if (_facts.FactsOf(method) is { } callee)
                {
                    Place? wait = call.Kind == CallKind.Awaited ? Waits.For(method) : isLazy ? Place.Pseudo(variable, SymbolNames.Of(variable)) : null;
                    yield return new ResolvedCall(call, method, callee, wait);
                }
            }
        }
    }

    // A receiver whose exact type is known runs the body of that type.
    private IEnumerable<IMethodSymbol> Narrow(IMethodSymbol target, CallEvent call)
    {
        if (call.Receiver is { Kind: PlaceKind.Fresh, Symbol: INamedTypeSymbol made })
        {
            foreach (IMethodSymbol candidate in _facts.Overrides.Of(target))
            {
                if (SymbolEqualityComparer.Default.Equals(candidate.ContainingType, made.OriginalDefinition))
                {
                    return [candidate];
                }
            }
        }

        return _facts.Overrides.Of(target);
    }
}

/// <summary>Pseudo-locks of waits.</summary>
internal static class Waits
{
    /// <summary>The pseudo-lock that is held while a body runs elsewhere, and asked for by whoever waits for it.</summary>
    public static Place For(IMethodSymbol body) => Place.Pseudo(body.OriginalDefinition, "the work of " + SymbolNames.Short(body));
}
