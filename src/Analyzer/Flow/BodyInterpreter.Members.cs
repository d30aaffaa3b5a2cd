using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LockGraph.Analyzer;

/// <content>Fields, properties, elements, and what is stored in them.</content>
internal sealed partial class BodyInterpreter
{
    private Value VisitField(IFieldReferenceOperation field, ref PathState state)
    {
        Value receiver = Visit(field.Instance, ref state);
        Use(field, field.Field, receiver, state);
        Initialize(field.Field, field, state);
        if (field.Field is { HasConstantValue: true, ConstantValue: var constant })
        {
            return Constant(constant);
        }

        if (field.Field.Type.SpecialType == SpecialType.System_Boolean)
        {
            return Conditions.Of(field);
        }

        if (receiver is TupleValue tuple && field.Field.CorrespondingTupleField is { } item && TupleIndex(item.Name) is { } index && index < tuple.Parts.Length)
        {
            return tuple.Parts[index];
        }

        return MemberOf(field.Field, receiver);
    }

    private Value VisitProperty(IPropertyReferenceOperation property, ref PathState state)
    {
        Value receiver = Visit(property.Instance, ref state);
        foreach (IArgumentOperation argument in property.Arguments)
        {
            Visit(argument.Value, ref state);
        }

        if (_facts.Calls.Of(property) is { } test && PlaceOf(receiver) is { } tested)
        {
            return new HeldTestValue(tested, test.Primitive, test.Mode, property, true);
        }

        IPropertySymbol symbol = property.Property;
        Use(property, symbol, receiver, state);
        Initialize(symbol, property, state);
        if (symbol.IsIndexer)
        {
            RecordAccessors(property, receiver, state);
            return PlaceOf(receiver) is { } collection ? new PlaceValue(collection.Element(IndexKey(property.Arguments.Select(argument => argument.Value), property))) : Value.Unknown;
        }

        switch (receiver)
        {
            case EnumeratorValue enumerator when symbol.Name == "Current":
                string key = (enumerator.Ordered ? "sorted@" : "each@") + Position(property);
                Place element = enumerator.Collection.Element(key);
                state = state.Retire(place => place.Mentions(key), enumerator.Ordered ? PathState.Below : PathState.Before);
                return new PlaceValue(element);
            case TryValue or ScopeValue or CodeValue when symbol.Name == "Result":
                NoteWait(property, property.Instance, receiver, "Task.Result", ref state);
                return receiver is CodeValue ? Value.Unknown : receiver;
            case CodeValue when symbol.Name is "Task" or "Value":
                return receiver;
        }

        if (symbol.Name == "Result" && _facts.Types.IsTask(symbol.ContainingType))
        {
            NoteWait(property, property.Instance, receiver, "Task.Result", ref state);
            return Value.Unknown;
        }

        if (TaskTests.IsOne(symbol) && TaskAt(receiver, property.Instance) is { } task)
        {
            return symbol.Name == "Status" ? new StatusValue(task) : new FinishedTestValue(Conditions.Of(property), task, true);
        }

        if (symbol.Name == "Value" && KnownTypes.Is(symbol.ContainingType, _facts.Types.Lazy) && PlaceOf(receiver) is { } lazy)
        {
            RecordDelegateCall(lazy, CallKind.Now, [], property, state);
            return Value.Unknown;
        }

        RecordAccessors(property, receiver, state);
        CheckContract(symbol.GetMethod, receiver, [], property, ref state);
        if (IteratorOf(symbol.GetMethod, receiver, [], property) is { } iterator)
        {
            return iterator;
        }

        if (symbol.Type.SpecialType == SpecialType.System_Boolean)
        {
            return Conditions.Of(property);
        }

        return _facts.ReturnedPlaces.Of(symbol) is { } returned && Bind(returned, PlaceOf(receiver), []) is { } bound ? new PlaceValue(bound) : MemberOf(symbol, receiver);
    }

    private PlaceValue VisitEvent(IEventReferenceOperation @event, ref PathState state)
    {
        Value receiver = Visit(@event.Instance, ref state);
        Use(@event, @event.Event, receiver, state);
        return MemberOf(@event.Event, receiver);
    }

    private Value VisitElement(IArrayElementReferenceOperation element, ref PathState state)
    {
        Value array = Visit(element.ArrayReference, ref state);
        foreach (IOperation index in element.Indices)
        {
            Visit(index, ref state);
        }

        return PlaceOf(array) is { } collection ? new PlaceValue(collection.Element(IndexKey(element.Indices, element))) : Value.Unknown;
    }

    private Value VisitAssignment(ISimpleAssignmentOperation assignment, ref PathState state)
    {
        Value value = Visit(assignment.Value, ref state);
        Store(assignment.Target, IsMember(assignment.Target) ? MayBe(assignment.Value, value) : value, ref state);
        return Now(value, state);
    }

    // `_head = now ? node : null`: where the paths join, nobody knows which it is, but a new object among them is handed on.
    private Value MayBe(IOperation stored, Value value)
    {
        IOperation bare = stored;
        while (bare is IConversionOperation conversion)
        {
            bare = conversion.Operand;
        }

        return ReferenceEquals(value, Value.Unknown) && bare is IFlowCaptureReferenceOperation choice && _choices.TryGetValue(choice.Id, out ImmutableArray<Value> made)
            ? new TupleValue(made)
            : value;
    }

    private bool IsMember(IOperation target) => target is IMemberReferenceOperation
        || (target is IFlowCaptureReferenceOperation capture && _captured.TryGetValue(capture.Id, out IOperation? captured) && captured is IMemberReferenceOperation);

    private Value VisitDeconstruction(IDeconstructionAssignmentOperation deconstruction, ref PathState state)
    {
        Value value = Visit(deconstruction.Value, ref state);
        VisitImplicitCall(deconstruction.Value.Type, "Deconstruct", value, deconstruction, state);
        Spread(deconstruction.Target, value, ref state);
        return value;
    }

    private void Spread(IOperation target, Value value, ref PathState state)
    {
        IOperation inner = target is IDeclarationExpressionOperation declaration ? declaration.Expression : target;
        if (inner is not ITupleOperation tuple)
        {
            Store(inner, value, ref state);
            return;
        }

        for (int i = 0; i < tuple.Elements.Length; i++)
        {
            Spread(tuple.Elements[i], value is TupleValue parts && i < parts.Parts.Length ? parts.Parts[i] : Value.Unknown, ref state);
        }
    }

    private void Store(IOperation target, Value value, ref PathState state)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation declaration:
                Store(declaration.Expression, value, ref state);
                break;
            case ILocalReferenceOperation { Type.IsTupleType: false } collection when value is TupleValue:
                Put(value, Place.Local(collection.Local), ref state);
                state = Forget(collection.Local, Place.Local(collection.Local), state);
                break;
            case ILocalReferenceOperation local:
                state = Known(value) && !IsSharedGate(local.Local, value) ? state.Assign(local.Local, value, Place.Local(local.Local)) : Forget(local.Local, Place.Local(local.Local), state);
                break;
            case IParameterReferenceOperation parameter:
                Place own = PlaceOf(parameter.Parameter);
                state = Known(value) && (value is not TupleValue || parameter.Type is { IsTupleType: true }) ? state.Assign(parameter.Parameter, value, own) : Forget(parameter.Parameter, own, state);
                break;
            case IFlowCaptureReferenceOperation capture:
                StoreCaptured(capture, value, ref state);
                break;
            case IFieldReferenceOperation field:
                StoreMember(field, Visit(field.Instance, ref state), value, ref state);
                break;
            case IPropertyReferenceOperation property:
                StoreMember(property, VisitOwner(property, ref state), value, ref state);
                break;
            case IArrayElementReferenceOperation element:
                Value array = Visit(element.ArrayReference, ref state);
                array = IsUnseen(value) ? array : Give(array, value, element.Type, ref state);
                Put(value, PlaceOf(array), ref state);
                foreach (IOperation index in element.Indices)
                {
                    Visit(index, ref state);
                }

                break;
            default:
                Visit(target, ref state);
                break;
        }
    }

    // `gate = first ? _one : _other`: what is captured is the variable, or the owner of the member, and it is assigned once the value is known.
    private void StoreCaptured(IFlowCaptureReferenceOperation capture, Value value, ref PathState state)
    {
        Value owner = state.ValueOf(capture.Id) ?? Value.Unknown;
        state = state.With(capture.Id, value);
        if (!_captured.TryGetValue(capture.Id, out IOperation? variable))
        {
            return;
        }

        if (variable is ILocalReferenceOperation or IParameterReferenceOperation)
        {
            Store(variable, value, ref state);
        }
        else if (variable is IMemberReferenceOperation member && Access.CapturedAs(member) is { } access)
        {
            StoreMember(member, access == AccessKind.Write ? owner : Visit(member.Instance, ref state), value, ref state);
        }
    }

    private void StoreMember(IMemberReferenceOperation member, Value owner, Value value, ref PathState state)
    {
        Use(member, member.Member, owner, state);
        switch (member)
        {
            case IFieldReferenceOperation field:
                Replace(field.Field, ref state);
                Keep(field.Field, owner, value, ref state);
                state = value is ScopeValue kept ? HandOver(state, kept) : state;
                break;
            case IPropertyReferenceOperation property:
                VisitSetter(property, owner, value, ref state);
                Replace(property.Property, ref state);
                break;
        }
    }

    private Value VisitOwner(IMemberReferenceOperation member, ref PathState state)
    {
        Value owner = Visit(member.Instance, ref state);
        if (member is IPropertyReferenceOperation property)
        {
            foreach (IArgumentOperation argument in property.Arguments)
            {
                Visit(argument.Value, ref state);
            }
        }

        return owner;
    }

    private Value VisitCompound(ICompoundAssignmentOperation compound, ref PathState state)
    {
        Visit(compound.Value, ref state);
        Visit(compound.Target, ref state);
        if (compound.OperatorMethod is { DeclaringSyntaxReferences.Length: > 0 } method)
        {
            RecordCall(method, null, [], compound, state);
        }

        StepVariable(compound.Target, compound.OperatorKind == BinaryOperatorKind.Add, ref state);
        return Value.Unknown;
    }

    private Value VisitStep(IIncrementOrDecrementOperation step, ref PathState state)
    {
        Visit(step.Target, ref state);
        StepVariable(step.Target, step.Kind == OperationKind.Increment, ref state);
        return Value.Unknown;
    }

    private Value VisitSubscription(IEventAssignmentOperation subscription, ref PathState state)
    {
        Value handler = Visit(subscription.HandlerValue, ref state);
        Value raised = Visit(subscription.EventReference, ref state);
        if (subscription.Adds)
        {
            Put(handler, PlaceOf(raised), ref state);
        }

        return Value.Unknown;
    }

    // A counter that goes up visits elements in order: those behind it come before those ahead.
    private void StepVariable(IOperation target, bool up, ref PathState state)
    {
        ISymbol? variable = target switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };
        if (variable is not null)
        {
            string key = variable.Name;
            state = state.Retire(place => place.Mentions(key), up ? PathState.Below : PathState.Before).Assign(variable, Value.Unknown, null);
            state = state with { Variables = state.Variables.Remove(variable) };
        }
    }

    private PathState Forget(ISymbol variable, Place own, PathState state)
    {
        string key = variable.Name;
        PathState assigned = state.Retire(place => place.Mentions(key)).Assign(variable, Value.Unknown, own);
        return assigned with { Variables = assigned.Variables.Remove(variable) };
    }

    /// <summary>A member that gets a new value: a lock that is held under its name is another one now.</summary>
    private void Replace(ISymbol member, ref PathState state)
    {
        if (!state.Tested.IsEmpty)
        {
            state = state with { Tested = state.Tested.RemoveRange(state.Tested.Keys.Where(test => test.Mentions.Contains(member, SymbolEqualityComparer.Default)).ToList()) };
        }

        state = state.Retire(place => place.Reaches(member)).Unfinish(member);
    }

    // A new lock that a lambda captures goes by the name of its variable there, and so it does here.
    private bool IsSharedGate(ILocalSymbol local, Value value) =>
        value is PlaceValue { Place.Kind: PlaceKind.Fresh } && (local.Type.SpecialType == SpecialType.System_Object || _facts.Types.PrimitiveOf(local.Type) is not null) && LockClasses.IsCaptured(local);

    // What number a variable has is not followed: another thread, or a lambda, may change it.
    private static bool Known(Value value) => value is not ConstantValue && !ReferenceEquals(value, Value.Unknown);

    private static int? TupleIndex(string name) =>
        name.StartsWith("Item", StringComparison.Ordinal) && int.TryParse(name.Substring(4), NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? index - 1 : null;

    private static PlaceValue MemberOf(ISymbol member, Value receiver)
    {
        if (member.IsStatic)
        {
            return new PlaceValue(Place.Static(member));
        }

        return PlaceOf(receiver) is { } owner ? new PlaceValue(owner.Member(member)) : new PlaceValue(Place.Unknown(member.ContainingType, "?").Member(member));
    }

    private static Place? PlaceOf(Value value) => value switch
    {
        PlaceValue { Place: var place } => place,
        EnumeratorValue { Collection: var collection } => collection,
        _ => null,
    };

    private Place PlaceOf(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { } type } && _type is not null
            && SymbolEqualityComparer.Default.Equals(type, _type) && !IsWithin(parameter.ContainingSymbol)
            ? Place.This(type).Member(parameter)
            : Place.Parameter(parameter);

    private bool IsWithin(ISymbol constructor)
    {
        for (ISymbol? at = _result.Body; at is IMethodSymbol; at = at.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(at, constructor))
            {
                return true;
            }
        }

        return false;
    }

    // An index that is a constant or a variable names one element; any other may name any.
    private static string IndexKey(IEnumerable<IOperation> indices, IOperation site)
    {
        IOperation? index = indices.FirstOrDefault();
        while (index is IConversionOperation conversion)
        {
            index = conversion.Operand;
        }

        return index switch
        {
            { ConstantValue: { HasValue: true, Value: var constant } } => "#" + Convert.ToString(constant, CultureInfo.InvariantCulture),
            ILocalReferenceOperation local => local.Local.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            _ => "@" + Position(site),
        };
    }

    private static string Position(IOperation site) => site.Syntax.SpanStart.ToString(CultureInfo.InvariantCulture);

    /// <summary>A place of a contract or summary, with the receiver and arguments of a call put in.</summary>
    private static Place? Bind(Place place, Place? receiver, IReadOnlyList<Value> arguments) => Binding.Apply(place, receiver, arguments);
}
