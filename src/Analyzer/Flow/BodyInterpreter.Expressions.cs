using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LockGraph.Analyzer;

/// <content>What expressions evaluate to, in the order in which they are evaluated.</content>
internal sealed partial class BodyInterpreter
{
    private const int _testsKept = 24;

    private readonly Dictionary<CaptureId, IOperation> _captured = [];
    private readonly Dictionary<CaptureId, ImmutableArray<Value>> _choices = [];

    private Value Visit(IOperation? operation, ref PathState state)
    {
        switch (operation)
        {
            case null:
                return Value.Unknown;
            case IFlowCaptureOperation capture:
                _captured[capture.Id] = capture.Value;
                Value captured = capture.Value is IMemberReferenceOperation target && Access.CapturedAs(target) == AccessKind.Write ? VisitOwner(target, ref state) : Visit(capture.Value, ref state);
                if (captured is PlaceValue { Place: var place } && IsMade(place))
                {
                    ImmutableArray<Value> made = _choices.TryGetValue(capture.Id, out ImmutableArray<Value> earlier) ? earlier : ImmutableArray<Value>.Empty;
                    _choices[capture.Id] = made.Contains(captured) ? made : made.Add(captured);
                }

                state = state.With(capture.Id, captured);
                return captured;
            case IFlowCaptureReferenceOperation reference:
                return state.ValueOf(reference.Id) ?? Value.Unknown;
            case IExpressionStatementOperation statement:
                return VisitStatement(statement, ref state);
            case ILiteralOperation or IConversionOperation when operation.ConstantValue is { HasValue: true, Value: var constant }:
                return Constant(constant);
            case ILocalReferenceOperation local:
                return local.Local.HasConstantValue && local.Local.ConstantValue is bool known
                    ? BoolValue.Of(known)
                    : state.ValueOf(local.Local) ?? Truth(local, new PlaceValue(Place.Local(local.Local)));
            case IParameterReferenceOperation parameter:
                return state.ValueOf(parameter.Parameter) ?? Truth(parameter, new PlaceValue(PlaceOf(parameter.Parameter)));
            case IInstanceReferenceOperation instance:
                return instance.Type is INamedTypeSymbol self ? new PlaceValue(Self(_type ?? self, state)) : Value.Unknown;
            case IFieldReferenceOperation field:
                return VisitField(field, ref state);
            case IPropertyReferenceOperation property:
                return VisitProperty(property, ref state);
            case IEventReferenceOperation @event:
                return VisitEvent(@event, ref state);
            case IArrayElementReferenceOperation element:
                return VisitElement(element, ref state);
            case IConversionOperation conversion:
                return conversion.OperatorMethod is { } convert
                    ? VisitOperator(convert, [conversion.Operand], conversion, ref state)
                    : Visit(conversion.Operand, ref state);
            case IParenthesizedOperation parenthesized:
                return Visit(parenthesized.Operand, ref state);
            case IUnaryOperation unary:
                return VisitUnary(unary, ref state);
            case IBinaryOperation binary:
                return VisitBinary(binary, ref state);
            case IIsNullOperation test:
                return VisitNullTest(test, ref state);
            case IIsPatternOperation pattern:
                return VisitPattern(pattern, ref state);
            case IAwaitOperation wait:
                return VisitAwait(wait, ref state);
            case IInvocationOperation call:
                return VisitCall(call, ref state);
            case IObjectCreationOperation creation:
                return VisitCreation(creation, ref state);
            case ISimpleAssignmentOperation assignment:
                return VisitAssignment(assignment, ref state);
            case IDeconstructionAssignmentOperation deconstruction:
                return VisitDeconstruction(deconstruction, ref state);
            case ICompoundAssignmentOperation compound:
                return VisitCompound(compound, ref state);
            case IIncrementOrDecrementOperation step:
                return VisitStep(step, ref state);
            case IEventAssignmentOperation subscription:
                return VisitSubscription(subscription, ref state);
            case ITupleOperation tuple:
                return VisitTuple(tuple, ref state);
            case IArrayCreationOperation array:
                return VisitArray(array, ref state);
            case ITypeOfOperation typeOf:
                return new PlaceValue(Place.TypeObject(typeOf.TypeOperand));
            case IDelegateCreationOperation creation:
                return Visit(creation.Target, ref state);
            case IMethodReferenceOperation method:
                return VisitMethodReference(method, ref state);
            case IFlowAnonymousFunctionOperation lambda:
                return VisitLambda(lambda, ref state);
            case IReturnOperation { Kind: OperationKind.YieldReturn } yield:
                Visit(yield.ReturnedValue, ref state);
                _result.HeldAtYield.AddRange(Own(state).Select(hold => new ScopedHold(hold.Lock, hold.Primitive, hold.Mode)).Except(_result.HeldAtYield));
                Suspend(yield, ref state);
                return Value.Unknown;
            case IInterpolationOperation interpolation:
                Value shown = Visit(interpolation.Expression, ref state);
                VisitImplicitCall(interpolation.Expression.Type, "ToString", shown, interpolation, state);
                return Value.Unknown;
            case IThrowOperation thrown:
                Visit(thrown.Exception, ref state);
                return Value.Unknown;
            case IIsTypeOperation test:
                return Conditions.IsType(test.ValueOperand, Visit(test.ValueOperand, ref state), test.TypeOperand);
            case IDefaultValueOperation { Type.SpecialType: SpecialType.System_Boolean }:
                return BoolValue.False;
            case IDefaultValueOperation { Type: { IsReferenceType: true } or { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } }:
                return NullValue.Instance;
            case INameOfOperation or IDefaultValueOperation or ISizeOfOperation:
                return Value.Unknown;
            case { Syntax: CollectionExpressionSyntax }:
                return VisitCollection(operation, ref state);
            default:
                foreach (IOperation child in operation.ChildOperations)
                {
                    Visit(child, ref state);
                }

                return Value.Unknown;
        }
    }

    private static Value Constant(object? constant) => constant switch
    {
        bool truth => BoolValue.Of(truth),
        null => NullValue.Instance,
        _ => new ConstantValue(constant),
    };

    private Value VisitStatement(IExpressionStatementOperation statement, ref PathState state)
    {
        if (statement is { Operation: IInvalidOperation { ChildOperations: var children }, Syntax: LockStatementSyntax @lock })
        {
            return VisitLockStatement(@lock, statement, children.FirstOrDefault(), ref state);
        }

        Value value = Visit(statement.Operation, ref state);
        if (value is OfferedValue { Offered: var offered })
        {
            // Whoever drops the result goes on as if it had been taken.
            HandOn(offered, ref state);
        }

        if (statement.Operation is IInvocationOperation or IAwaitOperation && value is TryValue tried)
        {
            // Whoever drops the result goes on as if the lock were his.
            _observed.TryIgnored(tried);
            state = Obtain(state, tried, tried.Success);
        }

        return value;
    }

    private Value VisitUnary(IUnaryOperation unary, ref PathState state)
    {
        if (unary.OperatorMethod is { } method)
        {
            return VisitOperator(method, [unary.Operand], unary, ref state);
        }

        Value operand = Visit(unary.Operand, ref state);
        return unary.OperatorKind == UnaryOperatorKind.Not ? operand.Negated : Value.Unknown;
    }

    private Value VisitBinary(IBinaryOperation binary, ref PathState state)
    {
        Value left = Visit(binary.LeftOperand, ref state);
        Value right = Visit(binary.RightOperand, ref state);
        if (binary.OperatorMethod is { DeclaringSyntaxReferences.Length: > 0 } method)
        {
            RecordCall(method, null, [left, right], binary, state);
        }

        bool equal = binary.OperatorKind == BinaryOperatorKind.Equals;
        if (equal || binary.OperatorKind == BinaryOperatorKind.NotEquals)
        {
            // `tried == true`, `tried == false`
            (Value told, Value constant) = right is BoolValue ? (left, right) : (right, left);
            if (constant is BoolValue { Is: var wanted } && told is TryValue or ConditionValue or HeldTestValue or FinishedTestValue or BoolValue or OfferedValue)
            {
                return wanted == equal ? told : told.Negated;
            }
        }

        if ((equal || binary.OperatorKind == BinaryOperatorKind.NotEquals) && (left is NullValue || right is NullValue))
        {
            Value test = right is NullValue ? IsNull(binary.LeftOperand, left, state) : IsNull(binary.RightOperand, right, state);
            return equal ? test : test.Negated;
        }

        if ((equal || binary.OperatorKind == BinaryOperatorKind.NotEquals) && binary.LeftOperand.Type is { SpecialType: not SpecialType.System_Boolean }
            && (left as OfferedValue ?? right as OfferedValue) is { } offered)
        {
            // What was there before is what was expected: the new object is there now.
            return equal ? offered : offered.Negated;
        }

        Value compared = Conditions.Of(binary, left, right);
        return equal && (TaskTests.Finishes(left, right) ?? TaskTests.Finishes(right, left)) is { } finished ? new FinishedTestValue(compared, finished, true) : compared;
    }

    private Value VisitNullTest(IIsNullOperation test, ref PathState state)
    {
        Value operand = Visit(test.Operand, ref state);
        return operand is ScopeValue or CodeValue or TryValue or EnumeratorValue or IteratorValue ? BoolValue.False : IsNull(test.Operand, operand, state);
    }

    // Nobody holds the lock of an object that is not there.
    private static Value IsNull(IOperation operand, Value value, PathState state) => value switch
    {
        NullValue => BoolValue.True,
        OfferedValue => value,
        PlaceValue { Place.Kind: PlaceKind.This or PlaceKind.Fresh or PlaceKind.TypeObject } => BoolValue.False,
        PlaceValue { Place: var place } when state.IndexOf(place) >= 0 => BoolValue.False,
        _ => Conditions.IsNull(operand, value),
    };

    private Value VisitPattern(IIsPatternOperation pattern, ref PathState state)
    {
        Value value = Visit(pattern.Value, ref state);
        IPatternOperation tested = pattern.Pattern;
        bool polarity = true;
        while (tested is INegatedPatternOperation negated)
        {
            tested = negated.Pattern;
            polarity = !polarity;
        }

        VisitPatternCalls(pattern.Pattern, value, pattern, state);

        // `x is { } y`, `x is T y`: y is x.
        if (tested is IRecursivePatternOperation { DeclaredSymbol: { } declared })
        {
            state = state.Assign(declared, value, null);
        }
        else if (tested is IDeclarationPatternOperation { DeclaredSymbol: { } named })
        {
            state = state.Assign(named, value, null);
        }

        Value outcome = tested switch
        {
            IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool wanted } } when value is TryValue or ConditionValue or BoolValue or HeldTestValue or FinishedTestValue =>
                wanted ? value : value.Negated,
            IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } => IsNull(pattern.Value, value, state),
            IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: { } wanted } } when value is PlaceValue => Conditions.IsConstant(pattern.Value, value, wanted),
            IRecursivePatternOperation { DeconstructionSubpatterns.Length: 0, PropertySubpatterns.Length: 0 } => IsNull(pattern.Value, value, state).Negated,
            ITypePatternOperation type => Conditions.IsType(pattern.Value, value, type.MatchedType),
            IDeclarationPatternOperation { MatchesNull: false, MatchedType: { } matched } => Conditions.IsType(pattern.Value, value, matched),
            _ => Value.Unknown,
        };
        if (TaskTests.Finishes(tested, value) is { } finished)
        {
            outcome = new FinishedTestValue(outcome, finished, true);
        }

        return polarity ? outcome : outcome.Negated;
    }

    /// <summary>A pattern reads properties and deconstructs.</summary>
    private void VisitPatternCalls(IPatternOperation pattern, Value value, IOperation site, in PathState state)
    {
        switch (pattern)
        {
            case INegatedPatternOperation negated:
                VisitPatternCalls(negated.Pattern, value, site, state);
                break;
            case IBinaryPatternOperation binary:
                VisitPatternCalls(binary.LeftPattern, value, site, state);
                VisitPatternCalls(binary.RightPattern, value, site, state);
                break;
            case IRecursivePatternOperation recursive:
                if (recursive.DeconstructSymbol is IMethodSymbol deconstruct)
                {
                    RecordCall(deconstruct, PlaceOf(value), [], site, state);
                }

                foreach (IPatternOperation part in recursive.DeconstructionSubpatterns)
                {
                    VisitPatternCalls(part, Value.Unknown, site, state);
                }

                foreach (IPropertySubpatternOperation part in recursive.PropertySubpatterns)
                {
                    if (part.Member is IPropertyReferenceOperation { Property: var property })
                    {
                        if (property.GetMethod is { } getter)
                        {
                            RecordCall(getter, PlaceOf(value), [], site, state);
                        }

                        VisitPatternCalls(part.Pattern, MemberOf(property, value), site, state);
                    }
                }

                break;
        }
    }

    private TupleValue VisitTuple(ITupleOperation tuple, ref PathState state)
    {
        ImmutableArray<Value>.Builder parts = ImmutableArray.CreateBuilder<Value>(tuple.Elements.Length);
        foreach (IOperation element in tuple.Elements)
        {
            parts.Add(Visit(element, ref state));
        }

        return new TupleValue(parts.ToImmutable());
    }

    private CodeValue VisitMethodReference(IMethodReferenceOperation reference, ref PathState state)
    {
        Value receiver = Visit(reference.Instance, ref state);
        return new CodeValue(ImmutableArray.Create(new CodeTarget(reference.Method, (receiver as PlaceValue)?.Place)), false);
    }

    private CodeValue VisitLambda(IFlowAnonymousFunctionOperation lambda, ref PathState state)
    {
        _nested.AddLambda(_graph, lambda);
        foreach (KeyValuePair<object, Value> variable in state.Variables)
        {
            if (variable is { Key: ILocalSymbol { Name: var name }, Value: ScopeValue scope }
                && lambda.Syntax.DescendantNodes().Any(node => node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name))
            {
                state = HandOver(state, scope);
            }
        }

        return new CodeValue(ImmutableArray.Create(new CodeTarget(lambda.Symbol, Self(state))), false);
    }

    private Value VisitOperator(IMethodSymbol method, IReadOnlyList<IOperation> operands, IOperation site, ref PathState state)
    {
        var values = new Value[operands.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Visit(operands[i], ref state);
        }

        RecordCall(method, null, values, site, state);
        return Value.Unknown;
    }

    /// <summary>A scope that leaves the body, in a field or a lambda, is released by whoever has it then.</summary>
    private static PathState HandOver(PathState state, ScopeValue scope) => state with
    {
        Held = state.Held.Select(hold => scope.Locks.Any(held => held.Lock.Equals(hold.Lock)) ? hold with { IsHandedOver = true } : hold).ToImmutableArray(),
    };

    /// <summary>A boolean variable is a test over itself.</summary>
    private static Value Truth(IOperation variable, Value otherwise) =>
        variable.Type?.SpecialType == SpecialType.System_Boolean ? Conditions.Of(variable) : otherwise;

    /// <summary>The path on which a value is true or false; <see langword="null"/> when there is none.</summary>
    private PathState? Assume(PathState state, Value value, bool isTrue)
    {
        switch (value)
        {
            case BoolValue known:
                return known.Is == isTrue ? state : null;
            case ConditionValue { Condition: var condition, Polarity: var polarity }:
                bool outcome = polarity == isTrue;
                if (state.Tested.TryGetValue(condition, out bool before))
                {
                    return before == outcome ? state : null;
                }

                // That a variable is none of many constants helps nobody.
                return !outcome && condition.Asks?.Asked.Kind == QuestionKind.Constant && state.Tested.Count >= _testsKept
                    ? state
                    : state with { Tested = state.Tested.SetItem(condition, outcome) };
            case FinishedTestValue asked:
                PathState? told = Assume(state, asked.Test, isTrue);
                return told is not null && asked.Finished == isTrue ? told with { Finished = told.Finished.Add(asked.Task) } : told;
            case TryValue tried:
                return Obtain(Settle(state, tried, isTrue), tried, isTrue);
            case OfferedValue offered:
                if (offered.Success == isTrue)
                {
                    HandOn(offered.Offered, ref state);
                }

                return state;
            case MovedValue moved:
                return moved.Success == isTrue ? Enter(state, moved.Iterator) : state;
            case HeldTestValue test:
                bool held = test.Polarity == isTrue;
                bool holds = state.Holds(test.Lock, LockGraph.Core.LockModes.IsShared(test.Mode));
                return held && !holds
                    ? state.Acquire(new Hold(test.Lock, test.Primitive, test.Mode, LockGraph.Core.AcquisitionKind.Try, null, 1) { IsInherited = true })
                    : state;
            default:
                return state;
        }
    }

    /// <summary>A result is tested once; what holds it is a plain truth from then on.</summary>
    private static PathState Settle(PathState state, TryValue tried, bool isTrue)
    {
        ImmutableDictionary<object, Value> variables = state.Variables;
        foreach (KeyValuePair<object, Value> variable in state.Variables)
        {
            if (variable.Value is TryValue same && ReferenceEquals(same.Site, tried.Site))
            {
                variables = variables.SetItem(variable.Key, BoolValue.Of(same.Success == tried.Success ? isTrue : !isTrue));
            }
        }

        return state with { Variables = variables };
    }
}
