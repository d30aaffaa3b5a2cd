using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LockGraph.Analyzer;

/// <content>What a path has asked of the parameters, and what a call knows of its arguments.</content>
internal sealed partial class BodyInterpreter
{
    private const int _exclusionsKept = 4;

    /// <summary>The questions to the parameters on whose answers the path depends.</summary>
    private ImmutableArray<GivenFlag> Given(PathState state)
    {
        List<GivenFlag>? given = null;
        foreach (KeyValuePair<Condition, bool> test in state.Tested)
        {
            if (test.Key.Asks is { } asks && IsAsGiven(asks.Parameter, state))
            {
                (given ??= []).Add(new GivenFlag(asks.Parameter.Ordinal, asks.Asked, test.Value));
            }
        }

        if (given is null)
        {
            return ImmutableArray<GivenFlag>.Empty;
        }

        // Which constant it is says which it is not; and that it is none of many leaves all the others.
        given.RemoveAll(flag => IsExclusion(flag)
            && (given.Exists(known => known.Parameter == flag.Parameter && known is { Asked.Kind: QuestionKind.Constant, Value: true })
                || given.Count(known => known.Parameter == flag.Parameter && IsExclusion(known)) > _exclusionsKept));
        given.Sort(CallerView.Order);
        return given.ToImmutableArray();
    }

    /// <summary>True for a parameter of the body that still has the value of its argument.</summary>
    private bool IsAsGiven(IParameterSymbol parameter, PathState state) =>
        SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _result.Body) && !state.Reassigned.Contains(parameter) && _result.Keeps(parameter);

    private static bool IsExclusion(GivenFlag flag) => flag is { Asked.Kind: QuestionKind.Constant, Value: false };

    /// <summary>What the path knows of the arguments of a call, beyond their values.</summary>
    private ImmutableArray<GivenFlag> Known(ImmutableArray<IArgumentOperation> operations, Value[] arguments, PathState state)
    {
        ImmutableArray<GivenFlag>.Builder? known = null;
        foreach (IArgumentOperation argument in operations)
        {
            if (argument.Parameter is not { RefKind: RefKind.None, Ordinal: var ordinal, Type: var type } || ordinal >= arguments.Length)
            {
                continue;
            }

            Value value = arguments[ordinal];
            if (_facts.Types.IsTask(type))
            {
                if (IsFinished(value, argument.Value, state))
                {
                    Add(Question.Finished, true);
                }
            }

            if (state.Tested.IsEmpty)
            {
                continue;
            }

            if (value is ConditionValue truth && state.Tested.TryGetValue(truth.Condition, out bool outcome))
            {
                Add(Question.Truth, outcome == truth.Polarity);
            }
            else if (type.IsReferenceType && value is PlaceValue && Conditions.IsNull(argument.Value, value) is ConditionValue test && state.Tested.TryGetValue(test.Condition, out bool isNull))
            {
                Add(Question.Null, isNull);
            }

            void Add(Question asked, bool answer) => (known ??= ImmutableArray.CreateBuilder<GivenFlag>()).Add(new GivenFlag(ordinal, asked, answer));
        }

        return known is null ? ImmutableArray<GivenFlag>.Empty : known.ToImmutable();
    }
}
