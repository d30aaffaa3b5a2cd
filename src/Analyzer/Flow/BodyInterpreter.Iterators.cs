using System.Collections.Immutable;
using LockGraph.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LockGraph.Analyzer;

/// <content>Loops over iterators that hold locks while they yield.</content>
internal sealed partial class BodyInterpreter
{
    /// <summary>The sequence that a member gives, when it is an iterator that yields under locks; <see langword="null"/> for any other member.</summary>
    private IteratorValue? IteratorOf(IMethodSymbol? method, Value receiver, IReadOnlyList<Value> arguments, IOperation site)
    {
        if (method is null || _facts.YieldedLocks.Of(method) is not { Count: > 0 } held)
        {
            return null;
        }

        var bound = held.Select(hold => Bind(hold.Lock, PlaceOf(receiver), arguments) is { } place ? hold with { Lock = place } : null).OfType<ScopedHold>().ToImmutableArray();
        return bound.IsEmpty ? null : new IteratorValue(bound, site);
    }

    /// <summary>What a member of an iterator, or of its enumerator, does.</summary>
    private Value VisitIteration(IInvocationOperation call, IteratorValue iterator, ref PathState state)
    {
        switch (call.TargetMethod.Name)
        {
            case "MoveNext" or "MoveNextAsync":
                // The iterator goes on from its yield, and comes to the next one or to its end.
                state = Leave(state, iterator);
                MayThrow(state, call);
                return new MovedValue(iterator, true);
            case "Dispose" or "DisposeAsync":
                state = Leave(state, iterator);
                return Value.Unknown;
            default:
                return iterator;
        }
    }

    private static bool IsIteration(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.Length == 0 && method.Name is "GetEnumerator" or "GetAsyncEnumerator" or "MoveNext" or "MoveNextAsync" or "Dispose" or "DisposeAsync";

    // The consumer does not release them: the iterator does.
    private static PathState Enter(PathState state, IteratorValue iterator)
    {
        foreach (ScopedHold hold in iterator.Held)
        {
            state = state.Acquire(new Hold(hold.Lock, hold.Primitive, hold.Mode, AcquisitionKind.Blocking, iterator.Site, 1) { IsTakenBack = true });
        }

        return state;
    }

    private static PathState Leave(PathState state, IteratorValue iterator)
    {
        foreach (ScopedHold hold in iterator.Held)
        {
            if (state.HoldOf(hold.Lock) is { Count: > 1 } or { IsTakenBack: true })
            {
                state = state.Release(hold.Lock, hold.Mode, anyMode: false) ?? state;
            }
        }

        return state;
    }
}
