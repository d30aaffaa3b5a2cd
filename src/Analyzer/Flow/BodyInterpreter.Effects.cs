using System.Collections.Immutable;
using LockGraph.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LockGraph.Analyzer;

/// <content>What a call changes, asks for and leads to.</content>
internal sealed partial class BodyInterpreter
{
    /// <summary>Applies what the callee leaves held or released: by its contract, or else by what its body does.</summary>
    private Value Apply(IMethodSymbol method, Value receiver, IReadOnlyList<Value> arguments, IOperation site, ref PathState state)
    {
        Contract contract = _facts.Contracts.Of(method);
        CheckContract(method, receiver, arguments, site, ref state);
        if (contract.Returns?.Place is { } returned && Bind(returned, PlaceOf(receiver), arguments) is { } bound)
        {
            return new PlaceValue(bound);
        }

        if (contract.ChangesHeld)
        {
            return ApplyContract(contract, method, receiver, arguments, site, ref state);
        }

        NetEffect effect = _facts.NetEffects.Of(method);
        if (!effect.IsEmpty)
        {
            return ApplyEffect(effect, method, receiver, arguments, site, ref state);
        }

        return _facts.ReturnedPlaces.Of(method) is { } place && Bind(place, PlaceOf(receiver), arguments) is { } told
            ? new PlaceValue(told)
            : Result(method, site, ref state);
    }

    private Value ApplyContract(Contract contract, IMethodSymbol method, Value receiver, IReadOnlyList<Value> arguments, IOperation site, ref PathState state)
    {
        Place? self = PlaceOf(receiver);
        foreach (ContractLock released in contract.Releases)
        {
            if (Scoped(released, self, arguments) is { } hold)
            {
                Release(site, hold.Lock, hold.Primitive, hold.Mode, anyMode: released.Shared, ref state);
            }
        }

        if (contract.ReleasesScope && receiver is ScopeValue scope)
        {
            DisposeScope(scope, site, ref state);
        }

        var tried = new List<TriedLock>(contract.Tries.Count);
        foreach (ContractTry told in contract.Tries)
        {
            if (Scoped(told.Lock, self, arguments) is { } attempt)
            {
                RecordAcquisition(attempt.Lock, attempt.Primitive, attempt.Mode, AcquisitionKind.Try, site, state);
                tried.Add(new TriedLock(attempt.Lock, attempt.Primitive, attempt.Mode, told.Success));
            }
        }

        if (tried.Count > 0)
        {
            return Tried(tried, site);
        }

        ImmutableArray<ScopedHold>.Builder acquired = ImmutableArray.CreateBuilder<ScopedHold>();
        foreach (ContractLock acquires in contract.Acquires)
        {
            if (Scoped(acquires, self, arguments) is { } hold)
            {
                RecordAcquisition(hold.Lock, hold.Primitive, hold.Mode, AcquisitionKind.Blocking, site, state);
                state = state.Acquire(new Hold(hold.Lock, hold.Primitive, hold.Mode, AcquisitionKind.Blocking, site, 1));
                acquired.Add(hold);
            }
        }

        bool scopeIsGiven = method.MethodKind == MethodKind.Constructor ? Contracts.IsScope(method.ContainingType) : _facts.Types.IsDisposable(_facts.Types.Awaited(method.ReturnType));
        return acquired.Count > 0 && scopeIsGiven ? new ScopeValue(acquired.ToImmutable(), false) : Value.Unknown;
    }

    private Value ApplyEffect(NetEffect effect, IMethodSymbol method, Value receiver, IReadOnlyList<Value> arguments, IOperation site, ref PathState state)
    {
        Place? self = PlaceOf(receiver);
        foreach (ScopedHold released in effect.Released)
        {
            if (Bind(released.Lock, self, arguments) is { } place)
            {
                PathState? left = state.Release(place, released.Mode, anyMode: false);
                if (left is null && IsStable(place))
                {
                    _observed.PassedOn.Add(released with { Lock = place });
                }

                state = left ?? state;
                _observed.ReleasedByScope(place, InHandler());
            }
        }

        var tried = new List<TriedLock>(effect.Tries.Count);
        foreach (TriedLock attempt in effect.Tries)
        {
            if (Bind(attempt.Lock, self, arguments) is { } wanted)
            {
                tried.Add(attempt with { Lock = wanted });
            }
        }

        if (tried.Count > 0)
        {
            return Tried(tried, site);
        }

        ImmutableArray<ScopedHold>.Builder acquired = ImmutableArray.CreateBuilder<ScopedHold>();
        foreach (ScopedHold hold in effect.Acquired)
        {
            if (Bind(hold.Lock, self, arguments) is { } place)
            {
                // The acquisition itself is the callee's, and reaches the order through the call.
                state = state.Acquire(new Hold(place, hold.Primitive, hold.Mode, AcquisitionKind.Blocking, site, 1));
                _observed.Acquired(place);
                acquired.Add(new ScopedHold(place, hold.Primitive, hold.Mode));
            }
        }

        if (effect.Flag is { } ordinal && site is IInvocationOperation { Arguments: var operations }
            && operations.FirstOrDefault(operation => operation.Parameter?.Ordinal == ordinal) is { } flag)
        {
            Store(flag.Value, BoolValue.True, ref state);
        }

        ITypeSymbol? given = method.MethodKind == MethodKind.Constructor ? method.ContainingType : _facts.Types.Awaited(method.ReturnType);
        return acquired.Count > 0 && _facts.Types.IsDisposable(given) ? new ScopeValue(acquired.ToImmutable(), false) : Value.Unknown;
    }

    private static TryValue Tried(List<TriedLock> locks, IOperation site)
    {
        TriedLock first = locks[0];
        return new TryValue(first.Lock, first.Primitive, first.Mode, AcquisitionKind.Try, site, first.Success) { Others = locks.Skip(1).ToImmutableArray() };
    }

    private ScopedHold? Scoped(ContractLock told, Place? receiver, IReadOnlyList<Value> arguments) =>
        told.Place is { } place && Bind(place, receiver, arguments) is { } bound
            ? new ScopedHold(bound, _facts.PrimitiveAt(bound), told.Shared ? LockMode.Read : LockMode.Write)
            : null;

    /// <summary>Checks what a declaration asks of its caller.</summary>
    private void CheckContract(ISymbol? callee, Value receiver, IReadOnlyList<Value> arguments, IOperation site, ref PathState state)
    {
        if (callee is null)
        {
            return;
        }

        Contract contract = _facts.Contracts.Of(callee);
        if (contract.IsEmpty)
        {
            return;
        }

        // A delegate type names locks of the type that declares it.
        Place? self = callee is INamedTypeSymbol ? _type is null ? null : Place.This(_type) : PlaceOf(receiver) ?? (callee is IMethodSymbol { MethodKind: MethodKind.LocalFunction } && _type is not null ? Place.This(_type) : null);
        foreach (ContractLock required in contract.Requires)
        {
            if (required.Place is { } place && Bind(place, self, arguments) is { } bound)
            {
                _observed.Required(site, callee, bound, _facts.PrimitiveAt(bound), required.Shared, state);
            }
        }

        foreach (ContractLock excluded in contract.Excludes)
        {
            if (excluded.Place is { } place && Bind(place, self, arguments) is { } bound && state.Holds(bound, shared: !excluded.Shared))
            {
                _observed.Excluded(site, callee, bound, _facts.PrimitiveAt(bound));
            }
        }

        foreach (ContractLock asserted in contract.Asserts)
        {
            if (asserted.Place is { } place && Bind(place, self, arguments) is { } bound && !state.Holds(bound, asserted.Shared))
            {
                state = state.Acquire(new Hold(bound, _facts.PrimitiveAt(bound), asserted.Shared ? LockMode.Read : LockMode.Write, AcquisitionKind.Try, null, 1) { IsInherited = true });
            }
        }
    }

    /// <summary>Notes a use of a guarded member, and one that may tell which lock guards it.</summary>
    private void Use(IOperation site, ISymbol member, Value receiver, in PathState state)
    {
        IReadOnlyList<GuardContract> guards = _facts.Contracts.GuardsOf(member);
        Place? owner = member.IsStatic ? null : PlaceOf(receiver);
        AccessKind access = Access.Of(site);
        if (guards.Count > 0 && !IsBeingMade(member, owner))
        {
            foreach (GuardContract guard in guards.Where(guard => !guard.Content || Access.IsThrough(site)))
            {
                _observed.Guarded(site, member, guard, owner, access, state);
            }
        }

        if (_facts.Infers && member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.ContainingType.OriginalDefinition, _type?.OriginalDefinition)
            && (owner is null || owner.Kind == PlaceKind.This) && !IsBeingMade(member, owner is { Kind: PlaceKind.This } ? Place.This((INamedTypeSymbol)owner.Symbol!) : owner))
        {
            // Whoever only guesses believes every constructor.
            _result.FieldUses.Add(new FieldUse(field, owner is null ? Place.Static(field) : owner.Member(field), access != AccessKind.Read, site, state.Held));
        }
    }

    /// <summary>The first use of a type runs its static constructor, under whatever the user holds.</summary>
    private void Initialize(ISymbol used, IOperation site, in PathState state)
    {
        bool runs = used.IsStatic || used is IMethodSymbol { MethodKind: MethodKind.Constructor };
        if (!runs || state.Held.IsEmpty || used is IFieldSymbol { IsConst: true } || used.ContainingType is not { DeclaringSyntaxReferences.Length: > 0 } type
            || SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, _type?.OriginalDefinition) || HoldsLockOf(type, state))
        {
            return;
        }

        foreach (IMethodSymbol constructor in type.StaticConstructors)
        {
            RecordCall(constructor, null, [], site, state);
        }
    }

    // Whoever has a lock of a type has initialized it.
    private static bool HoldsLockOf(INamedTypeSymbol type, in PathState state)
    {
        foreach (Hold hold in state.Held)
        {
            if (SymbolEqualityComparer.Default.Equals(hold.Lock.Symbol?.ContainingType?.OriginalDefinition, type.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    // While an object is made nobody else can see it, unless it has been handed on.
    private bool IsBeingMade(ISymbol member, Place? owner) => _result.Body switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => owner is { Kind: PlaceKind.This, IsHandedOn: false } && !member.IsStatic && constructor.ContainingType is not null,
        IMethodSymbol { MethodKind: MethodKind.StaticConstructor } constructor => member.IsStatic && SymbolEqualityComparer.Default.Equals(constructor.ContainingType, member.ContainingType),
        IFieldSymbol or IPropertySymbol => true,
        _ => owner is { Kind: PlaceKind.Fresh, IsHandedOn: false },
    };

    private void RecordCall(IMethodSymbol method, Place? receiver, IReadOnlyList<Value> arguments, IOperation site, in PathState state, CallKind kind = CallKind.Now, ImmutableArray<GivenFlag> known = default)
    {
        // Whether anything locks behind it is asked of the whole program, and not while typing.
        if (!_facts.RunsSource(method) && _facts.Contracts.Of(method).IsEmpty && !HasCode(arguments))
        {
            return;
        }

        if (method.MethodKind == MethodKind.Constructor && _facts.BaseConstructors.RunBy(method) is { } run)
        {
            // What is known of the arguments is known of the parameters of another constructor.
            (method, arguments, known) = (run.Method, run.Arguments(arguments), default);
        }

        var called = new CallEvent(method, null, receiver, arguments.ToImmutableArray(), kind, site, Own(state), state.Suspended, IsAwaited(site), Ordered(state), Given(state))
        {
            Known = known.IsDefault ? ImmutableArray<GivenFlag>.Empty : known,
        };
        Record(WithNew(called, state), state);
    }

    private void RecordCode(CodeValue code, CallKind kind, IReadOnlyList<Value> arguments, IOperation site, in PathState state)
    {
        foreach (CodeTarget target in code.Targets)
        {
            if (kind != CallKind.Elsewhere)
            {
                Record(new CallEvent(target.Method, null, target.Receiver, arguments.ToImmutableArray(), kind, site, Own(state), state.Suspended, true, Ordered(state), Given(state)), state);
            }

            if (kind == CallKind.Now)
            {
                _nested.Enter(target.Method, state);
            }

            // What runs on another thread, or later, has nothing of what is held here. Nor does it change what is held here.
            PathState there = kind == CallKind.Now ? state : PathState.Empty;
            CheckContract(target.Method, target.Receiver is { } bound ? new PlaceValue(bound) : Value.Unknown, arguments, site, ref there);
        }
    }

    private void RecordDelegateCall(Place place, CallKind kind, IReadOnlyList<Value> arguments, IOperation site, in PathState state) =>
        Record(new CallEvent(null, place, null, arguments.ToImmutableArray(), kind, site, Own(state), state.Suspended, true, Ordered(state), Given(state)), state);

    private void Record(CallEvent called, in PathState state)
    {
        called = called with { Lent = state.Owed, Reassigned = state.Reassigned };
        Add(_result.Calls, called);
        if (PartResumedBy(state, called.Site) is { } part)
        {
            Add(part.Calls, called with { Suspended = false });
        }
    }

    // What is reached on fewer conditions is reached on more of them: paths that come together at a call come to it once each, and then as one.
    private static void Add(List<CallEvent> calls, CallEvent called)
    {
        for (int i = calls.Count - 1; i >= 0; i--)
        {
            CallEvent known = calls[i];
            if (!IsSame(known, called))
            {
                continue;
            }

            if (known.Ordered.Length <= called.Ordered.Length && (called.Suspended || !known.Suspended) && Summary.IsReachedBy(known.Given, called.Given) && Summary.IsReachedBy(known.Known, called.Known))
            {
                return;
            }

            if (called.Ordered.Length <= known.Ordered.Length && (known.Suspended || !called.Suspended) && Summary.IsReachedBy(called.Given, known.Given) && Summary.IsReachedBy(called.Known, known.Known))
            {
                calls.RemoveAt(i);
            }
        }

        calls.Add(called);
    }

    private static bool IsSame(CallEvent one, CallEvent other) => ReferenceEquals(one.Site.Syntax, other.Site.Syntax) && one.Kind == other.Kind
        && SymbolEqualityComparer.Default.Equals(one.Target, other.Target) && Equals(one.Receiver, other.Receiver) && Equals(one.Delegate, other.Delegate)
        && one.Held.SequenceEqual(other.Held) && one.Arguments.SequenceEqual(other.Arguments) && one.Lent.SetEquals(other.Lent)
        && one.Assigned.SetEquals(other.Assigned) && one.Reassigned.SetEquals(other.Reassigned);

    private void RecordAccessors(IPropertyReferenceOperation property, Value receiver, in PathState state)
    {
        AccessKind access = Access.Of(property);
        if (access != AccessKind.Write && property.Property.GetMethod is { } getter)
        {
            RecordCall(getter, PlaceOf(receiver), [], property, state);
        }

        if (access != AccessKind.Read && property.Property.SetMethod is { } setter)
        {
            RecordCall(setter, PlaceOf(receiver), [], property, state);
        }
    }

    private void VisitImplicitCall(ITypeSymbol? type, string name, Value receiver, IOperation site, in PathState state)
    {
        for (ITypeSymbol? at = type; at is { SpecialType: SpecialType.None, DeclaringSyntaxReferences.Length: > 0 }; at = at.BaseType)
        {
            if (at.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.All(parameter => parameter.RefKind == RefKind.Out)) is { } method)
            {
                RecordCall(method, PlaceOf(receiver), [], site, state);
                return;
            }
        }
    }

    private static bool HasCode(IReadOnlyList<Value> arguments)
    {
        foreach (Value argument in arguments)
        {
            if (argument is CodeValue)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAwaited(IOperation site)
    {
        IOperation? at = site.Parent;
        while (at is IConversionOperation or IParenthesizedOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "AsTask" or "GetResult" or "Wait" }
            or IPropertyReferenceOperation { Property.Name: "Result" } or IReturnOperation)
        {
            at = at.Parent;
        }

        // What a body returns, its caller waits for.
        return at is null or IAwaitOperation || site.Syntax.FirstAncestorOrSelf<Microsoft.CodeAnalysis.CSharp.Syntax.AwaitExpressionSyntax>() is not null
            || site is not IInvocationOperation { TargetMethod.IsAsync: true };
    }
}
