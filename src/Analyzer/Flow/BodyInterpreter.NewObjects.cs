using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
    private bool IsSeen(Place root, PathState state) =>
        root.IsHandedOn || root.Kind is PlaceKind.Static or PlaceKind.Parameter || (root.Kind == PlaceKind.This && (!IsConstructor || state.New.IsSelfHandedOn));

    /// <summary>A value that was read before the code handed its object on, under the name that the object has now.</summary>
    private static Value Now(Value read, PathState state) => read is PlaceValue { Place: var place } && state.New.Now(place) is var now && !ReferenceEquals(now, place) ? new PlaceValue(now) : read;

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
        if (into?.Root is not { } known)
        {
            return;
        }

        Place root = state.New.Now(known).Root;
        foreach (Place made in MadeIn(value, state).ToList())
        {
            state = IsSeen(root, state) ? state.HandOn(made) : state with { New = state.New.Keep(made, root) };
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
            }

            if (member is not IPropertySymbol { IsIndexer: true } || !IsUnseen(value))
            {
                receiver = Give(receiver, value, TypeOf(member), ref state);
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
        if (value is PlaceValue { Place: { Kind: PlaceKind.Fresh } stored } && IsSeen(at.Root, state) && IsLockItself(stored))
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
                if (assigned.Count > 0 && made.IsAlone && (IsSomething(receiver, null, made) || GivesAny(method, arguments, made)))
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

    /// <summary>Puts a value into an object: what is reached from a new one may be older than itself from then on.</summary>
    private Value Give(Value receiver, Value value, ITypeSymbol? type, ref PathState state)
    {
        if (PlaceOf(receiver)?.Root is not { IsAlone: true } root || !IsSomething(value, type, root))
        {
            return receiver;
        }

        Place given = root.Give();
        state = state.Rename(root, given);
        return receiver.Rename(root, given);
    }

    private bool GivesAny(IMethodSymbol method, Value[] arguments, Place? made)
    {
        for (int i = 0; i < arguments.Length; i++)
        {
            if (IsSomething(arguments[i], method.Parameters[i].Type, made))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for an object that may have locks, or lead to some, that are older than a new object.</summary>
    /// <param name="value">The object.</param>
    /// <param name="type">What is known of its type by what it is put into.</param>
    /// <param name="made">The new object.</param>
    private bool IsSomething(Value value, ITypeSymbol? type, Place? made) => value switch
    {
        TupleValue tuple => tuple.Parts.Any(part => IsSomething(part, ElementType(type), made)),
        PlaceValue or EnumeratorValue => PlaceOf(value) is { Root.IsAlone: false } place && (made is null || !place.StartsWith(made))
            && MayLead(LockClasses.TypeOf(place) is { TypeKind: not TypeKind.TypeParameter } known ? known : type),
        _ => ReferenceEquals(value, Value.Unknown) && MayLead(type),
    };

    // Somebody may lock it, or what can be reached from it. Of most types of others nobody knows a lock.
    private bool MayLead(ITypeSymbol? type) => type switch
    {
        null => false,
        IArrayTypeSymbol array => MayLead(array.ElementType),
        INamedTypeSymbol { IsGenericType: true } named when named.TypeArguments.Any(MayLead) => true,
        _ => !type.IsValueType && (type.SpecialType == SpecialType.System_Object || type.DeclaringSyntaxReferences.Length > 0 || _facts.Types.PrimitiveOf(type) is not null),
    };

    // Put into a collection, it is as new there as it is alone.
    private bool IsUnseen(Value value) => value is PlaceValue { Place: { Owner: null } place } && IsMade(place);

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    private static ITypeSymbol? ElementType(ITypeSymbol? collection) => collection is IArrayTypeSymbol or INamedTypeSymbol { IsTupleType: false } ? LockClasses.ElementTypeOf(collection) : null;

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
            bool isMade = arguments[i] is PlaceValue or TupleValue or CodeValue && MadeIn(arguments[i], state).Any();
            if (!isMade && !IsAlone(method.IsStatic ? arguments[0] : receiver))
            {
                continue;
            }

            Outside does = Handovers.OutsideOf(method, i);
            Value into = does == Outside.IntoFirst ? arguments[0] : receiver;
            if (does is Outside.IntoReceiver or Outside.IntoFirst && !IsUnseen(arguments[i]))
            {
                into = Give(into, arguments[i], method.Parameters[i].Type, ref state);
            }

            Place? target = PlaceOf(into);
            switch (isMade ? does : Outside.Nowhere)
            {
                case Outside.Runs:
                    HandOn(arguments[i], ref state);
                    break;
                case Outside.IntoReceiver or Outside.IntoFirst when target is not null && Handovers.MayFail(method) && IsSeen(target.Root, state):
                    return new OfferedValue(arguments[i], true);
                case Outside.IntoReceiver or Outside.IntoFirst:
                    Put(arguments[i], target, ref state);
                    break;
            }
        }

        return given;
    }

    private static bool IsAlone(Value value) => PlaceOf(value) is { Root.IsAlone: true };

    private TupleValue VisitArray(IArrayCreationOperation array, ref PathState state)
    {
        foreach (IOperation size in array.DimensionSizes)
        {
            Visit(size, ref state);
        }

        return VisitElements(array.Initializer?.ElementValues ?? ImmutableArray<IOperation>.Empty, (array.Type as IArrayTypeSymbol)?.ElementType, ref state);
    }

    private TupleValue VisitCollection(IOperation collection, ref PathState state) =>
        VisitElements(collection.ChildOperations, collection.Type is { } type ? LockClasses.ElementTypeOf(type) : null, ref state);

    /// <summary>What becomes part of an array, or of what a collection expression makes: new objects, and others that may have locks.</summary>
    private TupleValue VisitElements(IEnumerable<IOperation> elements, ITypeSymbol? type, ref PathState state)
    {
        ImmutableArray<Value>.Builder? parts = null;
        foreach (IOperation element in elements)
        {
            Value value = Visit(element is { Syntax: SpreadElementSyntax, ChildOperations.Count: 1 } spread ? spread.ChildOperations.First() : element, ref state);
            if (MadeIn(value, state).Any() || IsSomething(value, type, null))
            {
                (parts ??= ImmutableArray.CreateBuilder<Value>()).Add(value);
            }
        }

        return parts is null ? TupleValue.Empty : new TupleValue(parts.ToImmutable());
    }
}
