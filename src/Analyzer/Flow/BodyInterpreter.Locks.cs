using System.Collections.Immutable;
using LockGraph.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LockGraph.Analyzer;

/// <content>Acquisitions and releases, by calls on the primitives and by contracts.</content>
internal sealed partial class BodyInterpreter
{
    private Value VisitLockCall(IInvocationOperation call, LockAction action, ref PathState state)
    {
        Value target = Value.Unknown;
        IOperation? scope = null;
        if (call.Instance is { } instance)
        {
            Value receiver = Visit(instance, ref state);
            target = ReferenceEquals(instance, action.Target) ? receiver : target;
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (ReferenceEquals(argument.Value, action.Flag))
            {
                continue;
            }

            if (argument.Parameter?.RefKind == RefKind.Out)
            {
                scope = argument.Value;
                continue;
            }

            Value value = Visit(argument.Value, ref state);
            target = ReferenceEquals(argument.Value, action.Target) ? value : target;
        }

        Place place = PlaceOf(target) ?? Place.Unknown(action.Target?.Type, "@" + Position(call));
        if (action.Primitive.Family == LockFamily.Monitor)
        {
            if (action.Kind == LockActionKind.Acquire)
            {
                WrongObject.Look(_facts, _result, call, action.Target);
            }

            if (action.Kind is LockActionKind.Acquire or LockActionKind.Release && IsLockStatementOnTracked(call, action.Target))
            {
                return Value.Unknown;
            }
        }

        if (scope is not null)
        {
            // Disposed without the lock it does nothing, so it may be given out before anybody knows whether the try succeeds.
            Store(scope, new ScopeValue(ImmutableArray.Create(new ScopedHold(place, action.Primitive, action.Mode)), false), ref state);
        }

        if (!_facts.IsLock(place, action.Primitive))
        {
            if (action.Kind == LockActionKind.Acquire && action.Waits != AcquisitionKind.Try && !_facts.Types.IsTask(call.Type))
            {
                Block(call, place.Symbol is { } awaited ? SymbolNames.Of(awaited) : SymbolNames.Short(call.TargetMethod), state, Given(state), place);
            }

            return Value.Unknown;
        }

        switch (action.Kind)
        {
            case LockActionKind.Acquire:
                return VisitAcquire(call, action, place, ref state);
            case LockActionKind.Release:
                Release(call, place, action.Primitive, action.Mode, action.AnyMode, ref state);
                return Value.Unknown;
            case LockActionKind.ConditionWait:
                VisitConditionWait(call, action.Primitive, place, ref state);
                return Value.Unknown;
            case LockActionKind.Pulse:
                if (!state.Holds(place, shared: false))
                {
                    _observed.Condition(call, place, action.Primitive, against: null);
                }

                return Value.Unknown;
            default:
                return new HeldTestValue(place, action.Primitive, action.Mode, call, true);
        }
    }

    /// <summary>
    /// A <c>lock</c> on a <c>System.Threading.Lock</c> whose lowering the control flow graph does not show: it has none where nullable annotations are on
    /// (Roslyn compares the annotated with the bare type of the scope). The statement itself tells where the lock is released.
    /// </summary>
    private Value VisitLockStatement(LockStatementSyntax statement, IOperation site, IOperation? target, ref PathState state)
    {
        Value value = Visit(target, ref state);
        LockPrimitive primitive = _facts.Types.PrimitiveOf(target?.Type) ?? LockPrimitive.Monitor;
        if (PlaceOf(value) is { } place)
        {
            IOperation asked = target ?? site;
            RecordAcquisition(place, primitive, LockMode.Write, AcquisitionKind.Blocking, asked, state);
            state = state.Acquire(new Hold(place, primitive, LockMode.Write, AcquisitionKind.Blocking, asked, 1) { Within = statement.Statement });
        }

        return Value.Unknown;
    }

    private static PathState LeaveStatements(PathState state, SyntaxNode? at)
    {
        for (int i = state.Held.Length - 1; i >= 0; i--)
        {
            if (state.Held[i].Within is { } within && (at is null || !within.Span.Contains(at.SpanStart)))
            {
                state = state with { Held = state.Held.RemoveAt(i) };
            }
        }

        return state;
    }

    private Value VisitAcquire(IInvocationOperation call, LockAction action, Place place, ref PathState state)
    {
        if (action.Cancellable)
        {
            MayThrow(state, call);
        }

        RecordAcquisition(place, action.Primitive, action.Mode, action.Waits, call, state);
        var tried = new TryValue(place, action.Primitive, action.Mode, action.Waits, call, true);
        bool canFail = action.Waits != AcquisitionKind.Blocking;
        if (canFail && action.Result == TryResult.Returned)
        {
            return tried;
        }

        if (canFail && action.Result == TryResult.Flag)
        {
            Store(action.Flag!, tried, ref state);
            return Value.Unknown;
        }

        state = Obtain(state, tried, tried.Success);
        if (action.Flag is { } flag)
        {
            Store(flag, BoolValue.True, ref state);
        }

        return action.GivesScope
            ? new ScopeValue(ImmutableArray.Create(new ScopedHold(place, action.Primitive, action.Mode)), false)
            : action.Result == TryResult.Always && call.Type?.SpecialType == SpecialType.System_Boolean ? BoolValue.True : Value.Unknown;
    }

    private void VisitConditionWait(IInvocationOperation call, LockPrimitive primitive, Place place, ref PathState state)
    {
        int own = state.IndexOf(place);
        if (own < 0)
        {
            _observed.Condition(call, place, primitive, against: null);
            return;
        }

        foreach (Hold other in state.Held)
        {
            if (!other.Lock.Equals(place))
            {
                _observed.Condition(call, place, primitive, other);
                break;
            }
        }

        // Whoever wakes up takes the monitor again, under everything that he kept.
        PathState meanwhile = state with { Held = state.Held.RemoveAt(own) };
        if (!meanwhile.Held.IsEmpty)
        {
            RecordAcquisition(place, primitive, LockMode.Write, AcquisitionKind.Blocking, call, meanwhile);
        }
    }

    /// <summary>The path on which a try gave what it gave: with the locks that it says are held then, and without the others.</summary>
    private PathState Obtain(PathState state, TryValue tried, bool result)
    {
        PathState obtained = Obtain(state, new TriedLock(tried.Lock, tried.Primitive, tried.Mode, tried.Success), tried, result);
        foreach (TriedLock other in tried.Others)
        {
            obtained = Obtain(obtained, other, tried, result);
        }

        return obtained;
    }

    private PathState Obtain(PathState state, TriedLock wanted, TryValue tried, bool result)
    {
        if (wanted.Success != result)
        {
            return state with { Missed = state.Missed.Add(wanted.Lock) };
        }

        if (state.Owed.Contains(wanted.Lock))
        {
            _observed.TakenBack(wanted.Lock);
        }

        return state.Acquire(new Hold(wanted.Lock, wanted.Primitive, wanted.Mode, tried.Waits, tried.Site, 1)) with { Missed = state.Missed.Remove(wanted.Lock) };
    }

    private void Release(IOperation site, Place place, LockPrimitive primitive, LockMode mode, bool anyMode, ref PathState state)
    {
        PathState? released = state.Release(place, mode, anyMode);
        _observed.Released(site, place, primitive, mode, state, released is not null, InHandler());
        if (released is null && Untested(state, place) is { } tried)
        {
            _observed.TryIgnored(tried);
            released = Settle(state, tried, tried.Success);
        }

        state = released ?? (IsStable(place) ? state with { Owed = state.Owed.Add(place) } : ReleaseUnnamed(state));
    }

    /// <summary>True for a place that means the same object wherever the body names it: a chain of members from the receiver, a parameter or a static member.</summary>
    public static bool IsStable(Place place) => place.Kind switch
    {
        PlaceKind.This or PlaceKind.Parameter or PlaceKind.Static or PlaceKind.TypeObject => true,
        PlaceKind.Member => IsStable(place.Owner!),
        _ => false,
    };

    // Some object is released that the analysis cannot name: most likely the one it could not name when it was taken.
    private static PathState ReleaseUnnamed(PathState state)
    {
        for (int i = state.Held.Length - 1; i >= 0; i--)
        {
            if (!IsStable(state.Held[i].Lock))
            {
                return state with { Held = state.Held.RemoveAt(i) };
            }
        }

        return state;
    }

    private static TryValue? Untested(PathState state, Place place)
    {
        foreach (KeyValuePair<object, Value> variable in state.Variables)
        {
            if (variable is { Key: ISymbol, Value: TryValue tried } && tried.Lock.Equals(place))
            {
                return tried;
            }
        }

        return null;
    }

    /// <summary>True inside a finally or catch block: what is released there is meant to be released on exceptions, too.</summary>
    private bool InHandler()
    {
        for (ControlFlowRegion? region = _block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region.Kind is ControlFlowRegionKind.Finally or ControlFlowRegionKind.Catch)
            {
                return true;
            }
        }

        return false;
    }

    private void DisposeScope(ScopeValue scope, IOperation site, ref PathState state)
    {
        for (int i = scope.Locks.Length - 1; i >= 0; i--)
        {
            ScopedHold held = scope.Locks[i];
            if (scope.Inverted)
            {
                RecordAcquisition(held.Lock, held.Primitive, held.Mode, AcquisitionKind.Blocking, site, state);
                state = state.Acquire(new Hold(held.Lock, held.Primitive, held.Mode, AcquisitionKind.Blocking, null, 1));
            }
            else
            {
                // A scope that was disposed already does nothing.
                state = state.Release(held.Lock, held.Mode, anyMode: false) ?? state;
                _observed.ReleasedByScope(held.Lock, InHandler());
            }
        }
    }

    private void RecordAcquisition(Place place, LockPrimitive primitive, LockMode mode, AcquisitionKind waits, IOperation site, PathState state)
    {
        _observed.Acquired(place);
        AcquireEvent acquired = new(place, primitive, mode, waits, site, Own(state), state.Suspended, Ordered(state), Given(state)) { Lent = state.Owed };
        Add(_result.Acquisitions, acquired);
        if (PartResumedBy(state, site) is { } part)
        {
            Add(part.Acquisitions, acquired with { Suspended = false });
        }
    }

    private static void Add(List<AcquireEvent> acquisitions, AcquireEvent acquired)
    {
        for (int i = acquisitions.Count - 1; i >= 0; i--)
        {
            AcquireEvent known = acquisitions[i];
            if (!ReferenceEquals(known.Site.Syntax, acquired.Site.Syntax) || !known.Lock.Equals(acquired.Lock) || known.Mode != acquired.Mode
                || !known.Held.SequenceEqual(acquired.Held) || !known.Lent.SetEquals(acquired.Lent))
            {
                continue;
            }

            if (known.Ordered.Length <= acquired.Ordered.Length && (acquired.Suspended || !known.Suspended) && Summary.IsReachedBy(known.Given, acquired.Given))
            {
                return;
            }

            if (acquired.Ordered.Length <= known.Ordered.Length && (known.Suspended || !acquired.Suspended) && Summary.IsReachedBy(acquired.Given, known.Given))
            {
                acquisitions.RemoveAt(i);
            }
        }

        acquisitions.Add(acquired);
    }

    /// <summary>The part of the body that runs on the thread which completes a source; <see langword="null"/> outside of one. An asynchronous acquisition does not keep that thread.</summary>
    private BodyFacts? PartResumedBy(PathState state, IOperation site)
    {
        if (state.ResumedBy is not { } source || site.Syntax.FirstAncestorOrSelf<AwaitExpressionSyntax>() is not null)
        {
            return null;
        }

        if (_result.Resumed.Find(known => known.Source.Equals(source)) is not { } part)
        {
            _result.Resumed.Add(part = new ResumedPart(source, new BodyFacts(_result.Body, isPart: true)));
        }

        return part.Facts;
    }

    /// <summary>What the body holds itself, or was promised; not what a caller of a lambda holds.</summary>
    private static ImmutableArray<Hold> Own(PathState state)
    {
        foreach (Hold hold in state.Held)
        {
            if (hold.IsInherited)
            {
                return state.Held.RemoveAll(held => held.IsInherited);
            }
        }

        return state.Held;
    }

    private static ImmutableArray<(Place Left, Place Right)> Ordered(PathState state)
    {
        ImmutableArray<(Place, Place)>.Builder? ordered = null;
        foreach (KeyValuePair<Condition, bool> test in state.Tested)
        {
            if (test.Key.Orders is { } pair)
            {
                (ordered ??= ImmutableArray.CreateBuilder<(Place, Place)>()).Add((Current(state, pair.Left), Current(state, pair.Right)));
            }
        }

        return ordered is null ? ImmutableArray<(Place, Place)>.Empty : ordered.ToImmutable();
    }

    private static Place Current(PathState state, Place place) =>
        place.Root.Symbol is ILocalSymbol or IParameterSymbol && state.ValueOf(place.Root.Symbol) is PlaceValue { Place: var now } ? place.Rebase(place.Root, now) ?? place : place;

    private void Suspend(IOperation site, ref PathState state)
    {
        foreach (Hold hold in state.Held)
        {
            if (hold.Primitive.Owner == LockOwner.Thread && !hold.IsInherited)
            {
                _observed.Suspended(site, hold);
            }
        }

        if (!state.Suspended)
        {
            state = state with { Suspended = true };
        }
    }

    private Value VisitAwait(IAwaitOperation wait, ref PathState state)
    {
        Value value = Visit(wait.Operation, ref state);
        if (value is not (TryValue or ScopeValue) && !AcquiresByItself(wait.Operation))
        {
            MayThrow(state, wait);
        }

        Suspend(wait, ref state);
        state = Finish(state, wait.Operation, value);
        state = state with { ResumedBy = value is PlaceValue { Place: var task } ? CompletionSources.SourceOf(task) : null };
        if (value is CodeValue { Runs: true } code)
        {
            RecordCode(code, CallKind.Awaited, [], wait, state);
        }

        return value;
    }

    private bool AcquiresByItself(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } instance } => AcquiresByItself(instance),
        IConversionOperation conversion => AcquiresByItself(conversion.Operand),
        IInvocationOperation call => _facts.Calls.Of(call) is { Kind: LockActionKind.Acquire } || _facts.Contracts.Of(call.TargetMethod).Acquires.Count > 0
            || _facts.NetEffects.Of(call.TargetMethod).Acquired.Count > 0,
        _ => false,
    };

    private bool IsLockStatementOnTracked(IInvocationOperation call, IOperation? target)
    {
        // The statement keeps its object in a capture of type object; what it locks stands in the source.
        IOperation? operand = target is null || !call.IsImplicit ? null : _facts.ModelOf(target.Syntax.SyntaxTree).GetOperation(target.Syntax);
        while (operand is IConversionOperation { IsImplicit: true } conversion)
        {
            operand = conversion.Operand;
        }

        if (operand?.Type is { ContainingNamespace: { Name: "LockGraph", ContainingNamespace.IsGlobalNamespace: true } } type && _facts.Types.PrimitiveOf(type) is not null)
        {
            _result.Findings.Add(new Finding(RuleIds.LockStatementOnTracked, target!.Syntax.GetLocation(), [operand.Syntax.ToString()]));
            return true;
        }

        return false;
    }
}
