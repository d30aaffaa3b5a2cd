using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>What a callee does, in the words of its caller: places bound to what was handed in, holds put around, flags decided, chains put together.</summary>
internal static class CallerView
{
    public static ImmutableArray<SummaryHold> Holds(ImmutableArray<Hold> held)
    {
        if (held.IsEmpty)
        {
            return ImmutableArray<SummaryHold>.Empty;
        }

        ImmutableArray<SummaryHold>.Builder holds = ImmutableArray.CreateBuilder<SummaryHold>(held.Length);
        foreach (Hold hold in held)
        {
            holds.Add(new SummaryHold(hold.Lock, hold.Primitive, hold.Mode, hold.Waits, hold.Site?.Syntax, 0) { IsRepeated = hold.Count == Hold.Many });
        }

        return holds.MoveToImmutable();
    }

    /// <summary>
    /// The answers on which a callee's event depends, in the words of the caller; <see langword="null"/> when the call gives another answer to one of them.
    /// </summary>
    public static ImmutableArray<GivenFlag>? Flags(BodyFacts caller, CallEvent call, ImmutableArray<GivenFlag> needed)
    {
        ImmutableArray<GivenFlag> given = call.Given;
        foreach (GivenFlag flag in needed)
        {
            Value? argument = flag.Parameter < call.Arguments.Length ? call.Arguments[flag.Parameter] : null;
            bool? answer = argument is null ? null : flag.Asked.Answer(argument);
            foreach (GivenFlag known in call.Known)
            {
                answer = known.Parameter == flag.Parameter && known.Asked.Equals(flag.Asked) ? known.Value : answer;
            }

            if (answer is { } told)
            {
                if (told != flag.Value)
                {
                    return null;
                }

                continue;
            }

            if (Asked(caller, call, argument, flag) is not { } own || given.Contains(own))
            {
                continue;
            }

            if (given.Contains(own with { Value = !own.Value }))
            {
                return null;
            }

            given = given.Add(own).Sort(Order);
        }

        return given;
    }

    /// <summary>Any order will do that is the same for equal sets.</summary>
    public static int Order(GivenFlag left, GivenFlag right)
    {
        int first = left.Parameter.CompareTo(right.Parameter);
        return first != 0 ? first : string.CompareOrdinal(left.Asked.ToString(), right.Asked.ToString());
    }

    // The argument is a parameter in turn, or the answer about one.
    private static GivenFlag? Asked(BodyFacts caller, CallEvent call, Value? argument, GivenFlag flag) => argument switch
    {
        PlaceValue { Place: { Kind: PlaceKind.Parameter, Symbol: IParameterSymbol passedOn } } when IsAsGiven(caller, call, passedOn) => flag with { Parameter = passedOn.Ordinal },
        ConditionValue { Condition.Asks: { } asks, Polarity: var polarity } when flag.Asked.Kind == QuestionKind.Truth && IsAsGiven(caller, call, asks.Parameter) =>
            new GivenFlag(asks.Parameter.Ordinal, asks.Asked, flag.Value == polarity),
        _ => null,
    };

    private static bool IsAsGiven(BodyFacts caller, CallEvent call, IParameterSymbol parameter) =>
        SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, caller.Body) && !call.Reassigned.Contains(parameter) && caller.Keeps(parameter);

    public static Place Bound(Place place, ResolvedCall resolved)
    {
        IMethodSymbol? inner = resolved.Target.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction ? resolved.Target : null;
        return Binding.ApplyOrForget(place, resolved.Call.Receiver, resolved.Call.Arguments, inner);
    }

    // Locks that were handed in only the caller can name, so only the caller's body can be judged.
    public static bool NeedsCaller(Place wanted, ImmutableArray<SummaryHold> held)
    {
        if (held.IsEmpty)
        {
            return false;
        }

        bool needs = wanted.Root.Kind == PlaceKind.Parameter && wanted.Owner is null;
        foreach (SummaryHold hold in held)
        {
            needs |= hold.Lock.Kind == PlaceKind.Parameter;
        }

        return needs;
    }

    public static CallChain Append(CallChain chain, CallChain rest) => new(chain.Body, chain.Site, chain.Inner is null ? rest : Append(chain.Inner, rest), chain.Targets);

    // Taken again by its holder a lock waits for nobody, however it was taken first.
    public static bool IsReentry(LockPrimitive primitive, Place wanted, ImmutableArray<Hold> held) =>
        primitive.Reentrant && held.Any(hold => hold.Lock.Equals(wanted));

    public static bool IsReentry(LockPrimitive primitive, Place wanted, CallEvent call) => call.Kind == CallKind.Now && IsReentry(primitive, wanted, call.Held);

    public static ImmutableArray<SummaryHold> Shared(ImmutableArray<SummaryHold> held, BodyFacts body) =>
        held.IsEmpty ? held : held.RemoveAll(hold => EventJudge.IsPrivateYet(body.Body, hold.Lock));

    public static ImmutableArray<SummaryHold> Without(ImmutableArray<SummaryHold> held, ImmutableHashSet<Place> lent) =>
        lent.IsEmpty ? held : held.RemoveAll(hold => lent.Contains(hold.Lock));

    public static ImmutableArray<SummaryHold> Deeper(ImmutableArray<SummaryHold> outer, ImmutableArray<SummaryHold> inner, int frames, Func<Place, Place> bound)
    {
        if (inner.IsEmpty)
        {
            return outer;
        }

        ImmutableArray<SummaryHold>.Builder all = ImmutableArray.CreateBuilder<SummaryHold>(outer.Length + inner.Length);
        all.AddRange(outer);
        foreach (SummaryHold hold in inner)
        {
            all.Add(hold with { Lock = bound(hold.Lock), Frame = hold.Frame + frames });
        }

        return all.MoveToImmutable();
    }

    /// <summary>True for a call that hands two objects over which the callee may lock.</summary>
    public static bool HandsLocks(CallEvent call)
    {
        int handed = 0;
        foreach (Value argument in call.Arguments)
        {
            handed += argument is PlaceValue { Place.Kind: PlaceKind.Member or PlaceKind.Static } ? 1 : 0;
        }

        return handed > 1;
    }

    public static bool HasCode(CallEvent call)
    {
        foreach (Value argument in call.Arguments)
        {
            if (argument is CodeValue)
            {
                return true;
            }
        }

        return false;
    }
}
