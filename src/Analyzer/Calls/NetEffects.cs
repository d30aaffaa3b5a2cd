using System.Collections.Concurrent;
using System.Collections.Immutable;
using LockGraph.Core;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>What a body without a contract leaves held, or released, when it returns.</summary>
internal sealed record NetEffect
{
    public static NetEffect None { get; } = new();

    public IReadOnlyList<ScopedHold> Acquired { get; init; } = [];

    public IReadOnlyList<ScopedHold> Released { get; init; } = [];

    /// <summary>Locks that are held when the method returned what each of them says.</summary>
    public IReadOnlyList<TriedLock> Tries { get; init; } = [];

    /// <summary>The flag by reference that is true once <see cref="Acquired"/> is held: ordinal of the parameter.</summary>
    public int? Flag { get; init; }

    public bool IsEmpty => Acquired.Count + Released.Count + Tries.Count == 0;
}

/// <summary>Infers <see cref="NetEffect"/> for helpers such as <c>void EnterGate() =&gt; Monitor.Enter(_gate)</c>.</summary>
/// <remarks>
/// Only bodies that call members of locks by hand, or such bodies, are looked at: a <c>lock</c> statement leaves nothing behind. A body that is
/// being looked at already (recursion) has no effect as far as itself is concerned. Thread-safe.
/// </remarks>
internal sealed class NetEffects
{
    private readonly ConcurrentDictionary<IMethodSymbol, NetEffect> _known = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<(int Thread, SyntaxNode Body), bool> _inProgress = new();
    private readonly CompilationFacts _facts;

    public NetEffects(CompilationFacts facts) => _facts = facts;

    public NetEffect Of(IMethodSymbol method)
    {
        IMethodSymbol definition = method.OriginalDefinition;
        if (definition.DeclaringSyntaxReferences.Length == 0 || definition.IsAbstract || definition.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction)
        {
            return NetEffect.None;
        }

        if (_known.TryGetValue(definition, out NetEffect? known))
        {
            return known;
        }

        // Each thread has its own recursion; two of them may look at one body at once.
        if (!_facts.MayLeaveHeld(definition) || _facts.BodyOf(definition) is not { } body || !_inProgress.TryAdd((Thread.CurrentThread.ManagedThreadId, body), true))
        {
            return NetEffect.None;
        }

        try
        {
            return _known.GetOrAdd(definition, _facts.FactsOf(definition) is { } facts ? Infer(facts) : NetEffect.None);
        }
        finally
        {
            _inProgress.TryRemove((Thread.CurrentThread.ManagedThreadId, body), out _);
        }
    }

    private static NetEffect Infer(BodyFacts facts)
    {
        if (facts.Exits.Count == 0)
        {
            return NetEffect.None;
        }

        if (facts.Exits.Count > 0 && facts.Exits.TrueForAll(exit => exit.Returned is TryValue))
        {
            var tried = (TryValue)facts.Exits[0].Returned!;
            return new NetEffect { Tries = [new TriedLock(tried.Lock, tried.Primitive, tried.Mode, tried.Success), .. tried.Others] };
        }

        List<PathState> succeeded = facts.Exits.FindAll(exit => exit.Returned is BoolValue { Is: true });
        if (succeeded.Count > 0 && succeeded.Count < facts.Exits.Count && facts.Exits.TrueForAll(exit => exit.Returned is BoolValue)
            && facts.Exits.TrueForAll(exit => succeeded.Contains(exit) || exit.Held.IsEmpty) && Common(succeeded) is { Count: > 0 } obtained)
        {
            return new NetEffect { Tries = [.. obtained.Select(hold => new TriedLock(hold.Lock, hold.Primitive, hold.Mode, Success: true))] };
        }

        List<ScopedHold> acquired = Common(facts.Exits);
        List<ScopedHold> released = facts.ReleasedUnheld;
        int? flag = acquired.Count == 0 ? null : FlagOf(facts);
        return acquired.Count + released.Count == 0 ? NetEffect.None : new NetEffect { Acquired = acquired, Released = released, Flag = flag };
    }

    private static int? FlagOf(BodyFacts facts)
    {
        foreach (IParameterSymbol parameter in facts.Body is IMethodSymbol method ? method.Parameters : ImmutableArray<IParameterSymbol>.Empty)
        {
            if (parameter is { RefKind: RefKind.Ref or RefKind.Out, Type.SpecialType: SpecialType.System_Boolean }
                && facts.Exits.TrueForAll(exit => exit.ValueOf(parameter) is BoolValue { Is: true }))
            {
                return parameter.Ordinal;
            }
        }

        return null;
    }

    private static List<ScopedHold> Common(List<PathState> exits)
    {
        var common = new List<ScopedHold>();
        foreach (Hold hold in exits[0].Held)
        {
            if (hold.Site is not null && !hold.IsInherited && !hold.IsTakenBack && exits.TrueForAll(exit => exit.Holds(hold.Lock, hold.Mode.IsShared())))
            {
                common.Add(new ScopedHold(hold.Lock, hold.Primitive, hold.Mode));
            }
        }

        return common;
    }
}
