using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LockGraph.Analyzer;

/// <content>From when on others may see an object that the body makes: it was stored, passed or captured where somebody else gets at it.</content>
/// <remarks>What nobody is seen to hand on stays private: a guess would be a false alarm at every lock of the object.</remarks>
internal sealed partial class BodyInterpreter
{
    private bool IsConstructor => _result.Body is IMethodSymbol { MethodKind: MethodKind.Constructor };

    /// <summary>The receiver, as others see it by now.</summary>
    private Place Self(INamedTypeSymbol type, PathState state)
    {
        Place self = Place.This(type);
        return state.New.IsSelfHandedOn && IsConstructor ? self.HandOn() : self;
    }

    private Place? Self(PathState state) => _type is null ? null : Self(_type, state);

    // An object that the body makes itself, and that it has not handed on.
    private bool IsMade(Place place) => !place.IsHandedOn && (place.Kind == PlaceKind.Fresh || (place.Kind == PlaceKind.This && IsConstructor));

    // What others get at, as far as the body can tell.
    private bool IsSeen(Place root) => root.IsHandedOn || root.Kind is PlaceKind.Static or PlaceKind.Parameter || (root.Kind == PlaceKind.This && !IsConstructor);

    /// <summary>The new objects that a value gives access to, and variables that others were put into.</summary>
    private IEnumerable<Place> MadeIn(Value value, PathState state)
    {
        switch (value)
        {
            case PlaceValue { Place: { Owner: null } place } when IsMade(place) || state.New.HoldsAny(place):
                return [place];
            case TupleValue tuple:
                return tuple.Parts.SelectMany(part => MadeIn(part, state));
            case CodeValue code:
                return code.Targets.SelectMany(target => CapturedBy(target, state));
            default:
                return [];
        }
    }

    private List<Place> CapturedBy(CodeTarget target, PathState state)
    {
        if (target.Method.MethodKind is not (MethodKind.AnonymousFunction or MethodKind.LocalFunction))
        {
            return target.Receiver is { } receiver && IsMade(receiver) ? [receiver] : [];
        }

        bool any = IsConstructor;
        foreach (KeyValuePair<object, Value> variable in state.Variables)
        {
            any |= variable is { Key: ILocalSymbol or IParameterSymbol, Value: PlaceValue { Place: var held } } && IsMade(held);
        }

        SyntaxNode? code = any ? target.Method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() : null;
        if (code is null || _facts.ModelOf(code.SyntaxTree).GetOperation(code) is not { } body)
        {
            return [];
        }

        var captured = new List<Place>();
        foreach (IOperation used in body.Descendants())
        {
            Place? place = used switch
            {
                ILocalReferenceOperation local => (state.ValueOf(local.Local) as PlaceValue)?.Place,
                IParameterReferenceOperation parameter => (state.ValueOf(parameter.Parameter) as PlaceValue)?.Place,
                IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => Self(state),
                _ => null,
            };
            if (place is not null && IsMade(place) && !captured.Contains(place))
            {
                captured.Add(place);
            }
        }

        return captured;
    }

    private void HandOn(Value value, ref PathState state)
    {
        foreach (Place made in MadeIn(value, state).ToList())
        {
            state = state.HandOn(made);
        }
    }

    /// <summary>Puts a value into an object: others see it if they see that object, or as soon as they do.</summary>
    private void Put(Value value, Place? into, ref PathState state)
    {
        if (into?.Root is not { } root)
        {
            return;
        }

        foreach (Place made in MadeIn(value, state).ToList())
        {
            state = IsSeen(root) ? state.HandOn(made) : state with { New = state.New.Keep(made, root) };
        }
    }

    /// <summary>A value is stored in a member.</summary>
    private void Keep(ISymbol member, Value receiver, Value value, ref PathState state)
    {
        if (PlaceOf(receiver) is { } owner && !member.IsStatic)
        {
            if (IsMade(owner) && value is not NullValue)
            {
                state = state with { New = state.New.Assign(owner, [member.Name]) };
                if (owner.IsAlone && IsSomething(value, owner))
                {
                    state = state.Rename(owner, owner.Give());
                    receiver = receiver.Rename(owner, owner.Give());
                }
            }
        }
        else if (!member.IsStatic)
        {
            return;
        }

        List<Place> made = [.. MadeIn(value, state)];
        if (made.Count == 0 || Handovers.IsOfOneThread(member))
        {
            return;
        }

        Place at = member.IsStatic ? Place.Static(member) : PlaceOf(receiver)!.Member(member);
        Put(value, at, ref state);
        if (value is PlaceValue { Place: { Kind: PlaceKind.Fresh } stored } && IsSeen(at.Root) && IsLockItself(stored))
        {
            // From now on it is the lock of that member.
            state = state.Rename(stored.HandOn(), at);
        }
    }

    /// <summary>A property is set: by its code, or it keeps what it is given.</summary>
    private void VisitSetter(IPropertyReferenceOperation property, Value receiver, Value value, ref PathState state)
    {
        if (property.Property.SetMethod is not { DeclaringSyntaxReferences.Length: > 0 } setter || (!setter.IsAbstract && _facts.BodyOf(setter) is { } body && _facts.Index.EntryAt(body) is null))
        {
            RecordAccessors(property, receiver, state);
            Keep(property.Property, receiver, value, ref state);
            return;
        }

        var arguments = new Value[setter.Parameters.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            arguments[i] = i == arguments.Length - 1 ? value : Value.Unknown;
        }

        if (PlaceOf(receiver) is { } owner && IsMade(owner) && value is not NullValue)
        {
            state = state with { New = state.New.Assign(owner, [property.Property.Name]) };
        }

        Assign(setter, ref receiver, arguments, ref state);
        RecordAccessors(property, receiver, state);
        Pass(setter, receiver, arguments, ref state);
    }

    private bool IsLockItself(Place made) => made.Symbol is ITypeSymbol type && (type.SpecialType == SpecialType.System_Object || _facts.Types.PrimitiveOf(type) is not null);

    /// <summary>Hands receiver and arguments to a method of the program, which does with them what its body says.</summary>
    private void Pass(IMethodSymbol method, Value receiver, Value[] arguments, ref PathState state)
    {
        for (int i = Handovers.Receiver; i < arguments.Length; i++)
        {
            Value value = i == Handovers.Receiver ? receiver : arguments[i];
            if (!Matters(value, state))
            {
                continue;
            }

            Handover handover = _facts.Handovers.Of(method, i);
            if (handover.IsHandedOn)
            {
                HandOn(value, ref state);
            }
            else
            {
                foreach (int target in handover.Into)
                {
                    Put(value, PlaceOf(target == Handovers.Receiver ? receiver : arguments[target]), ref state);
                }
            }
        }
    }

    /// <summary>Notes which members of the new objects among receiver and arguments a call gives a value to. Before the call: it may use them itself.</summary>
    private void Assign(IMethodSymbol method, ref Value receiver, Value[] arguments, ref PathState state)
    {
        for (int i = Handovers.Receiver; i < arguments.Length; i++)
        {
            if ((i == Handovers.Receiver ? receiver : arguments[i]) is PlaceValue { Place: { Kind: PlaceKind.Fresh } made } value && IsMade(made) && Matters(value, state))
            {
                List<string> assigned = [.. _facts.Handovers.Of(method, i).Assigned];
                if (i == Handovers.Receiver && LockClasses.TypeOf(made) is INamedTypeSymbol type)
                {
                    assigned.AddRange(_facts.AssignedMembers.By(type, method));
                }

                state = state with { New = state.New.Assign(made, assigned) };
                if (assigned.Count > 0 && made.IsAlone && (IsSomething(receiver, made) || Array.Exists(arguments, argument => IsSomething(argument, made))))
                {
                    Place given = made.Give();
                    state = state.Rename(made, given);
                    receiver = receiver.Rename(made, given);
                    for (int j = 0; j < arguments.Length; j++)
                    {
                        arguments[j] = arguments[j].Rename(made, given);
                    }
                }
            }
        }
    }

    /// <summary>True for an object that may have locks, or lead to some, that are older than a new object.</summary>
    private bool IsSomething(Value value, Place made) =>
        value is PlaceValue { Place: var place } && !place.IsAlone && !place.StartsWith(made) && LockClasses.TypeOf(place) is { } type
        && (type.SpecialType == SpecialType.System_Object || type.DeclaringSyntaxReferences.Length > 0 || _facts.Types.PrimitiveOf(type) is not null) && !type.IsValueType;

    private CallEvent WithNew(CallEvent call, PathState state)
    {
        bool passes = call.Receiver is { Kind: PlaceKind.Fresh } receiver && IsMade(receiver);
        foreach (Value argument in call.Arguments)
        {
            passes |= argument is PlaceValue { Place: { Kind: PlaceKind.Fresh } place } && IsMade(place);
        }

        return !passes ? call : call with
        {
            PassesNew = true,
            Assigned = state.New.Assigned.Where(entry => entry.Owner.Equals(call.Receiver) || call.Arguments.Any(argument => argument is PlaceValue { Place: var place } && place.Equals(entry.Owner)))
                .ToImmutableHashSet(),
        };
    }

    // Of a list or a builder nobody asks what becomes of it, unless there is something new in it.
    private bool Matters(Value value, PathState state) => value switch
    {
        PlaceValue { Place: { Owner: null } place } => state.New.HoldsAny(place)
            || (IsMade(place) && (place.Kind == PlaceKind.This || IsLockItself(place) || place.Symbol is { DeclaringSyntaxReferences.Length: > 0 })),
        TupleValue or CodeValue => MadeIn(value, state).Any(),
        _ => false,
    };

    /// <summary>Hands arguments to a method of somebody else, of which the name says what it does.</summary>
    private Value PassOutside(IMethodSymbol method, Value receiver, Value[] arguments, Value given, ref PathState state)
    {
        if (Handovers.StartsReceiver(method))
        {
            // A thread in a member of its own runs code of the object.
            HandOn(PlaceOf(receiver) is { Owner: not null } place ? new PlaceValue(place.Root) : receiver, ref state);
        }

        for (int i = 0; i < arguments.Length && i < method.Parameters.Length; i++)
        {
            if (arguments[i] is not (PlaceValue or TupleValue or CodeValue) || !MadeIn(arguments[i], state).Any())
            {
                continue;
            }

            Outside does = Handovers.OutsideOf(method, i);
            Place? target = does == Outside.IntoFirst ? PlaceOf(arguments[0]) : PlaceOf(receiver);
            switch (does)
            {
                case Outside.Runs:
                    HandOn(arguments[i], ref state);
                    break;
                case Outside.IntoReceiver or Outside.IntoFirst when target is not null && Handovers.MayFail(method) && IsSeen(target.Root):
                    return new OfferedValue(arguments[i], true);
                case Outside.IntoReceiver or Outside.IntoFirst:
                    Put(arguments[i], target, ref state);
                    break;
            }
        }

        return given;
    }

    /// <summary>What a new object becomes part of when it is put into an array that is stored or passed at once.</summary>
    private Value VisitArray(IArrayCreationOperation array, ref PathState state)
    {
        ImmutableArray<Value>.Builder? made = null;
        foreach (IOperation size in array.DimensionSizes)
        {
            Visit(size, ref state);
        }

        foreach (IOperation element in array.Initializer?.ElementValues ?? ImmutableArray<IOperation>.Empty)
        {
            Value value = Visit(element, ref state);
            if (MadeIn(value, state).Any())
            {
                (made ??= ImmutableArray.CreateBuilder<Value>()).Add(value);
            }
        }

        return made is null ? Value.Unknown : new TupleValue(made.ToImmutable());
    }
}
