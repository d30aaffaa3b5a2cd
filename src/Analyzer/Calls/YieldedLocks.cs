using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>The locks that an iterator holds while it yields: whoever consumes it works under them.</summary>
/// <remarks>An iterator that is being looked at already (it yields what it yields) holds nothing as far as itself is concerned. Thread-safe.</remarks>
internal sealed class YieldedLocks
{
    private readonly ConcurrentDictionary<IMethodSymbol, IReadOnlyList<ScopedHold>> _known = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<(int Thread, SyntaxNode Body), bool> _inProgress = new();
    private readonly CompilationFacts _facts;

    public YieldedLocks(CompilationFacts facts) => _facts = facts;

    public IReadOnlyList<ScopedHold> Of(IMethodSymbol method)
    {
        IMethodSymbol definition = method.OriginalDefinition;
        if (definition.DeclaringSyntaxReferences.Length == 0 || definition.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction)
        {
            return [];
        }

        if (_known.TryGetValue(definition, out IReadOnlyList<ScopedHold>? known))
        {
            return known;
        }

        if (_facts.BodyOf(definition) is not { } body || _facts.Index.EntryAt(body)?.Mentions.Contains(TreeIndex.Yield) != true || !_facts.MayLock(definition)
            || !_inProgress.TryAdd((Thread.CurrentThread.ManagedThreadId, body), true))
        {
            return [];
        }

        try
        {
            return _known.GetOrAdd(definition, _facts.FactsOf(definition)?.HeldAtYield ?? []);
        }
        finally
        {
            _inProgress.TryRemove((Thread.CurrentThread.ManagedThreadId, body), out _);
        }
    }
}
