using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LockGraph.Analyzer;

/// <content>What is a hazard under a lock: what blocks the thread, unless it is finished, and code that nobody knows.</content>
internal sealed partial class BodyInterpreter
{
    /// <summary>A wait for something that is no lock: what it waits for runs while what is held here is held.</summary>
    private void NoteWait(IOperation site, IOperation? operand, Value waitedFor, string what, ref PathState state)
    {
        // A blocking wait for an asynchronous acquisition is an acquisition.
        if (waitedFor is TryValue or ScopeValue || IsFinished(waitedFor, operand, state))
        {
            return;
        }

        Place? task = TaskAt(waitedFor, operand);
        Block(site, what, state, Unless(task, Question.Finished, state));
        switch (waitedFor)
        {
            case CodeValue code:
                RecordCode(code with { Runs = true }, CallKind.Awaited, [], site, state);
                break;
            case PlaceValue { Place: { Kind: PlaceKind.Result, Symbol: IMethodSymbol { IsAsync: true } begun } }:
                RecordCall(begun, null, [], site, state, CallKind.Finished);
                break;
            case PlaceValue { Place: { Kind: not PlaceKind.This } place }:
                RecordDelegateCall(place, CallKind.Awaited, [], site, state);
                break;
        }

        if (task is not null && site is IPropertyReferenceOperation or IInvocationOperation { TargetMethod.Name: "GetResult" } or IInvocationOperation { TargetMethod: { Name: "Wait", Parameters.Length: 0 } })
        {
            state = state with { Finished = state.Finished.Add(task) };
        }
    }

    /// <summary>The thread is blocked: under a lock of the body itself, or of whoever calls it.</summary>
    private void Block(IOperation site, string what, in PathState state, ImmutableArray<GivenFlag> given, Place? slot = null)
    {
        _observed.Blocking(site, what, slot, state);
        Note(new HazardEvent(Hazard.Wait, what, site, state.Suspended, given), state);
    }

    /// <summary>Code runs that somebody else may have written.</summary>
    /// <param name="site">The call.</param>
    /// <param name="what">What is called.</param>
    /// <param name="code">Where the code comes from.</param>
    /// <param name="state">The path.</param>
    private void RunUnknown(IOperation site, string what, Place? code, in PathState state)
    {
        _observed.UnknownCode(site, what, state);
        if (_facts.Settings.ExternalCallbacks)
        {
            Note(new HazardEvent(Hazard.UnknownCode, what, site, state.Suspended, Unless(code, Question.KnownCode, state)), state);
        }
    }

    private void Note(HazardEvent hazard, in PathState state)
    {
        if (Own(state).IsEmpty && !_result.Hazards.Exists(known => ReferenceEquals(known.Site.Syntax, hazard.Site.Syntax) && Summary.IsReachedBy(known.Given, hazard.Given)))
        {
            _result.Hazards.RemoveAll(known => ReferenceEquals(known.Site.Syntax, hazard.Site.Syntax) && Summary.IsReachedBy(hazard.Given, known.Given));
            _result.Hazards.Add(hazard);
        }
    }

    /// <summary>The answers that lead to what happens only where that for a parameter is no: a caller who knows better is spared it.</summary>
    private ImmutableArray<GivenFlag> Unless(Place? place, Question asked, PathState state)
    {
        ImmutableArray<GivenFlag> given = Given(state);
        return place is { Kind: PlaceKind.Parameter, Symbol: IParameterSymbol parameter } && IsAsGiven(parameter, state) ? given.Add(new GivenFlag(parameter.Ordinal, asked, false)) : given;
    }

    /// <summary>True for a task that is known to be finished: asked for on this path, or finished from the beginning.</summary>
    private bool IsFinished(Value value, IOperation? operand, PathState state)
    {
        if (value is CodeValue && state.Finished.IsEmpty)
        {
            return false;
        }

        Place? task = TaskAt(value, operand);
        return task switch
        {
            null => TaskTests.CallOf(operand) is { } call && _facts.FinishedTasks.Gives(call),
            _ when state.Finished.Contains(task) => true,
            { Kind: PlaceKind.Result, Symbol: IMethodSymbol method } => _facts.FinishedTasks.Gives(method),
            { Kind: PlaceKind.Parameter, Symbol: IParameterSymbol parameter } => _facts.FinishedTasks.IsContinued(parameter),
            { Kind: PlaceKind.Static or PlaceKind.Member, Symbol: { } member } => _facts.FinishedTasks.IsIn(member),
            _ => false,
        };
    }

    /// <summary>Where a task is; <see langword="null"/> when nothing tells.</summary>
    private static Place? TaskAt(Value value, IOperation? operand) => value is PlaceValue { Place: { Kind: not PlaceKind.This } place }
        ? place
        : TaskTests.Unwrap(operand) is ILocalReferenceOperation local ? Place.Local(local.Local) : null;

    /// <summary>Behind an await the awaited tasks are finished.</summary>
    private PathState Finish(PathState state, IOperation awaited, Value value)
    {
        if (TaskTests.Unwrap(awaited) is not IInvocationOperation && TaskAt(value, awaited) is { } task)
        {
            state = state with { Finished = state.Finished.Add(task) };
        }

        foreach (IOperation one in TaskTests.AllOf(awaited))
        {
            PathState unchanged = state;
            state = TaskAt(Visit(one, ref unchanged), one) is { } each ? state with { Finished = state.Finished.Add(each) } : state;
        }

        return state;
    }
}
