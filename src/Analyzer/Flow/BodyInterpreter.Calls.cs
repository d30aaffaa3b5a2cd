using System.Collections.Immutable;
using LockGraph.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LockGraph.Analyzer;

/// <content>Calls: what they do to locks by contract or by what their body leaves, and the code that they run.</content>
internal sealed partial class BodyInterpreter
{
    private Value VisitCall(IInvocationOperation call, ref PathState state)
    {
        IMethodSymbol method = call.TargetMethod;
        if (_facts.Calls.Of(call) is { } action)
        {
            return VisitLockCall(call, action, ref state);
        }

        Value receiver = Visit(call.Instance, ref state);
        Value[] arguments = VisitArguments(call.Arguments, method, receiver, call, ref state);
        if (receiver is IteratorValue iterated && IsIteration(method))
        {
            return VisitIteration(call, iterated, ref state);
        }

        switch (method.MethodKind)
        {
            case MethodKind.DelegateInvoke:
                return VisitDelegateCall(call, receiver, arguments, ref state);
            case MethodKind.LocalFunction:
                MayThrow(state, call);
                _nested.Enter(method, state);
                RecordCall(method, Self(state), arguments, call, state, known: Known(call.Arguments, arguments, state));
                return Apply(method, Self(state) is { } around ? new PlaceValue(around) : Value.Unknown, arguments, call, ref state);
        }

        if (receiver is ScopeValue scope && method.Name is "Dispose" or "DisposeAsync")
        {
            DisposeScope(scope, call, ref state);
            return Value.Unknown;
        }

        if (KnownCalls.PassesReceiver(method))
        {
            if (method.Name == "GetResult")
            {
                NoteWait(call, call.Instance, receiver, SymbolNames.Short(method), ref state);
            }

            return receiver;
        }

        if (!KnownCalls.NeverThrows(method))
        {
            MayThrow(state, call);
        }

        if (_facts.WaitOf(method) is { } wait && !LockCalls.OnlyAsks(call) && !_facts.KnownWaits.GoesOn(call, receiver, arguments))
        {
            NoteWait(call, call.Instance, receiver is PlaceValue or CodeValue ? receiver : arguments.FirstOrDefault(value => value is CodeValue) ?? Value.Unknown, wait, ref state);
        }

        if (method.DeclaringSyntaxReferences.Length == 0 && _facts.Contracts.Of(method).IsEmpty && _facts.BaseConstructors.RunBy(method) is null)
        {
            Value told = VisitForeignCall(call, receiver, arguments, ref state);
            return PassOutside(method, receiver, arguments, told, ref state);
        }

        RunCallbacks(method, PlaceOf(receiver), arguments, state);
        Initialize(method, call, state);
        Assign(method, ref receiver, arguments, ref state);
        RecordCall(method, PlaceOf(receiver), arguments, call, state, known: Known(call.Arguments, arguments, state));
        if (CallsUnknownCode(call))
        {
            RunUnknown(call, SymbolNames.Short(method), null, state);
        }

        Value given = Apply(method, receiver, arguments, call, ref state);
        Pass(method, receiver, arguments, ref state);
        return IteratorOf(method, receiver, arguments, call) ?? given;
    }

    private Value[] VisitArguments(ImmutableArray<IArgumentOperation> operations, IMethodSymbol method, Value receiver, IOperation site, ref PathState state)
    {
        var arguments = new Value[method.Parameters.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            arguments[i] = Value.Unknown;
        }

        foreach (IArgumentOperation argument in operations)
        {
            if (argument.Parameter is not { } parameter)
            {
                continue;
            }

            if (parameter.RefKind == RefKind.Out)
            {
                // What a table of locks gives out is one of its elements.
                Value given = method.DeclaringSyntaxReferences.Length == 0 && PlaceOf(receiver) is { } table && parameter.Type.IsReferenceType
                    ? new PlaceValue(table.Element(IndexKey(operations.Select(other => other.Value), site)))
                    : Value.Unknown;
                Store(argument.Value, given, ref state);
                continue;
            }

            Value value = Visit(argument.Value, ref state);
            if (parameter.RefKind == RefKind.Ref)
            {
                Store(argument.Value, Value.Unknown, ref state);
            }
            else if (_facts.Types.PrimitiveOf(parameter.Type) is { Family: LockFamily.Spin } && parameter is { RefKind: RefKind.None, Type.IsValueType: true })
            {
                _result.Findings.Add(new Finding(RuleIds.WrongObject, argument.Value.Syntax.GetLocation(), ["a copy of " + argument.Value.Syntax, "a SpinLock is a value; the callee gets another lock"]));
            }

            if (parameter.Ordinal < arguments.Length)
            {
                arguments[parameter.Ordinal] = value;
            }
        }

        return arguments;
    }

    private Value VisitDelegateCall(IInvocationOperation call, Value receiver, Value[] arguments, ref PathState state)
    {
        MayThrow(state, call);
        CheckContract(call.TargetMethod.ContainingType, receiver, arguments, call, ref state);
        switch (receiver)
        {
            case CodeValue code:
                RecordCode(code, CallKind.Now, arguments, call, state);
                break;
            case PlaceValue { Place: var place }:
                if (place.Kind == PlaceKind.Parameter)
                {
                    CheckContract(place.Symbol, _type is null ? receiver : new PlaceValue(Place.This(_type)), arguments, call, ref state);
                }

                RecordDelegateCall(place, CallKind.Now, arguments, call, state);
                RunUnknown(call, place.ToString(), place, state);
                break;
        }

        return Value.Unknown;
    }

    private Value VisitForeignCall(IInvocationOperation call, Value receiver, Value[] arguments, ref PathState state)
    {
        IMethodSymbol method = call.TargetMethod;
        if (Implementation(call) is { } own)
        {
            RecordCall(own, PlaceOf(receiver), arguments, call, state);
        }

        CallKind runs = KnownCalls.RunsCallbacks(method);
        if (method.Name == "Cancel" && method.ContainingType.Name == "CancellationTokenSource" && PlaceOf(receiver) is { } cancelled)
        {
            // Cancelling runs what was registered, here and now.
            RecordDelegateCall(cancelled, CallKind.Now, [], call, state);
        }

        if (method is { Name: "Dispose", Parameters.Length: 1, ContainingType: { Name: "Timer", ContainingNamespace.Name: "Threading" } }
            && call.Arguments.FirstOrDefault()?.Value is { } handle && receiver is PlaceValue or CodeValue)
        {
            // The handle is set when the last callback is through: whoever waits for it waits for the timer.
            IOperation signalled = handle is IConversionOperation conversion ? conversion.Operand : handle;
            state = signalled is ILocalReferenceOperation local ? state.With(local.Local, receiver) : state;
        }

        if (KnownCalls.TellsOfChange(method) && receiver is PlaceValue { Place: { Symbol: IFieldSymbol or IPropertySymbol } changed })
        {
            RecordDelegateCall(changed, CallKind.Now, [], call, state);
        }

        if (KnownCalls.Completes(method) && receiver is PlaceValue { Place: var completed } && _facts.CompletionSources.RunsInline(completed))
        {
            RecordDelegateCall(completed, CallKind.Now, [], call, state);
            RunUnknown(call, "continuations of " + completed, completed, state);
        }

        if (method.Name is "Dispose" or "DisposeAsync" && method.ContainingType.Name == "CancellationTokenRegistration")
        {
            // Ending a registration waits for its callback, if that runs now.
            switch (receiver)
            {
                case CodeValue running:
                    RecordCode(running, CallKind.Awaited, [], call, state);
                    break;
                case PlaceValue { Place: var registration }:
                    RecordDelegateCall(registration, CallKind.Awaited, [], call, state);
                    break;
            }
        }

        // What is done with each element is done between two yields.
        var sequence = arguments.FirstOrDefault() as IteratorValue;
        PathState each = sequence is null ? state : Enter(state, sequence);
        for (int i = 0; i < arguments.Length; i++)
        {
            // A delegate that is only an element to be stored is not run.
            CallKind kind = method.OriginalDefinition.Parameters[i].Type.TypeKind == TypeKind.TypeParameter ? CallKind.Elsewhere : runs;
            switch (arguments[i])
            {
                case CodeValue code:
                    RecordCode(code, kind, [], call, each);
                    break;
                case PlaceValue { Place: { Symbol: not null } place } when kind != CallKind.Elsewhere && IsDelegate(LockClasses.TypeOf(place)):
                    RecordDelegateCall(place, kind, [], call, each);
                    break;
            }
        }

        if (sequence is not null && KnownCalls.IsLazy(method))
        {
            return sequence;
        }

        if (KnownCalls.StartsWork(method) && arguments.OfType<CodeValue>().FirstOrDefault() is { } work)
        {
            return work with { Runs = true };
        }

        if (_facts.Summaries.Knows(method))
        {
            RunCallbacks(method, PlaceOf(receiver), arguments, state);
        }

        RecordCall(method, PlaceOf(receiver), arguments, call, state);
        if (KnownCalls.Sorts(method))
        {
            Value sorted = receiver is PlaceValue ? receiver : arguments.FirstOrDefault() ?? Value.Unknown;
            IOperation? variable = call.Instance ?? call.Arguments.FirstOrDefault()?.Value;
            if (PlaceOf(sorted) is { } collection && variable is ILocalReferenceOperation local)
            {
                state = state.With(local.Local, new EnumeratorValue(collection, true));
            }

            return Value.Unknown;
        }

        Value source = call.Instance is null ? arguments.FirstOrDefault() ?? Value.Unknown : receiver;
        return KnownCalls.SequenceOf(method) switch
        {
            SequenceKind.Same => source is EnumeratorValue ? source : PlaceOf(source) is { } same ? new EnumeratorValue(same, IsSorted(LockClasses.TypeOf(same))) : Value.Unknown,
            SequenceKind.Ordered => source is EnumeratorValue { Collection: var collection } ? new EnumeratorValue(collection, true)
                : PlaceOf(source) is { } unordered ? new EnumeratorValue(unordered, true) : Value.Unknown,
            SequenceKind.Element => PlaceOf(source) is { } table && method.ReturnType.IsReferenceType
                ? new PlaceValue(table.Element(IndexKey(call.Arguments.Select(argument => argument.Value), call)))
                : Value.Unknown,
            _ => Result(method, call, ref state),
        };
    }

    /// <summary>The method of a type of ours that a call of a framework's interface or virtual method runs, when the receiver is known to be of the type.</summary>
    private static IMethodSymbol? Implementation(IInvocationOperation call)
    {
        IOperation? receiver = call.Instance;
        while (receiver is IConversionOperation conversion)
        {
            receiver = conversion.Operand;
        }

        if (receiver?.Type is not INamedTypeSymbol { DeclaringSyntaxReferences.Length: > 0 } type)
        {
            return null;
        }

        if (call.TargetMethod.ContainingType.TypeKind == TypeKind.Interface)
        {
            return type.FindImplementationForInterfaceMember(call.TargetMethod) as IMethodSymbol;
        }

        for (INamedTypeSymbol? at = type; at is not null && call.TargetMethod.IsVirtual | call.TargetMethod.IsOverride | call.TargetMethod.IsAbstract; at = at.BaseType)
        {
            foreach (IMethodSymbol method in at.GetMembers(call.TargetMethod.Name).OfType<IMethodSymbol>())
            {
                if (method.IsOverride && SymbolEqualityComparer.Default.Equals(method.OverriddenMethod?.OriginalDefinition, call.TargetMethod.OriginalDefinition))
                {
                    return method;
                }
            }
        }

        return null;
    }

    private static bool IsSorted(ITypeSymbol? type) => type?.Name.StartsWith("Sorted", StringComparison.Ordinal) == true;

    private static bool IsDelegate(ITypeSymbol? type) => type is { TypeKind: TypeKind.Delegate };

    /// <summary>What a call gave: a new object at every turn of a loop.</summary>
    private static Value Result(IMethodSymbol method, IOperation site, ref PathState state)
    {
        if (method.ReturnsVoid || method.ReturnType.IsValueType)
        {
            return Value.Unknown;
        }

        string key = "@" + Position(site);
        state = state.Retire(place => place.Mentions(key));
        return new PlaceValue(Place.Result(method, key));
    }

    private Value VisitCreation(IObjectCreationOperation creation, ref PathState state)
    {
        if (creation.Constructor is not { } constructor)
        {
            return Value.Unknown;
        }

        Value[] arguments = VisitArguments(creation.Arguments, constructor, Value.Unknown, creation, ref state);
        if (arguments.OfType<CodeValue>().FirstOrDefault() is { } code && KnownCalls.WrapsCode(creation.Type))
        {
            for (int i = 0; i < arguments.Length && Handovers.StartsAtOnce(creation); i++)
            {
                HandOn(arguments[i], ref state);
            }

            return code with { Runs = creation.Type?.Name is "Thread" or "Task" };
        }

        bool own = creation.Type is { DeclaringSyntaxReferences.Length: > 0 };
        bool runs = constructor.DeclaringSyntaxReferences.Length > 0 || _facts.BaseConstructors.RunBy(constructor) is not null;
        Place made = Place.Fresh(creation.Type, Site(creation), alone: !arguments.Any(argument => argument is PlaceValue or CodeValue) && !GivesAny(constructor, arguments, null));
        Value created = new PlaceValue(made);
        state = state with { New = state.New.Make(made) };
        if (own)
        {
            if (runs)
            {
                MayThrow(state, creation);
            }

            RunCallbacks(constructor, made, arguments, state);
            Initialize(constructor, creation, state);
            Assign(constructor, ref created, arguments, ref state);
            made = state.New.Now(made);
            if (runs)
            {
                RecordCall(constructor, made, arguments, creation, state, known: Known(creation.Arguments, arguments, state));
            }
        }
        else if (_facts.Summaries.Knows(constructor))
        {
            RunCallbacks(constructor, made, arguments, state);
            RecordCall(constructor, made, arguments, creation, state);
        }

        if (own)
        {
            Pass(constructor, created, arguments, ref state);
        }
        else
        {
            PassOutside(constructor, created, arguments, created, ref state);
        }

        made = state.New.Now(made);
        Contract contract = _facts.Contracts.Of(constructor);
        if (!contract.IsEmpty)
        {
            Value value = Apply(constructor, new PlaceValue(made), arguments, creation, ref state);
            if (contract.Releases.Count > 0 && Contracts.IsScope(creation.Type))
            {
                return new ScopeValue(contract.Releases.Select(released => Scoped(released, made, arguments)).OfType<ScopedHold>().ToImmutableArray(), true);
            }

            if (value is ScopeValue)
            {
                return value;
            }
        }
        else if (creation.Type is { IsValueType: false } || constructor.DeclaringSyntaxReferences.Length > 0)
        {
            NetEffect effect = _facts.NetEffects.Of(constructor);
            if (effect.Acquired.Count > 0)
            {
                return Apply(constructor, new PlaceValue(made), arguments, creation, ref state);
            }
        }

        return creation.Type is { IsValueType: true } ? Value.Unknown : new PlaceValue(made);
    }

    private static string Site(IOperation creation)
    {
        FileLinePositionSpan span = creation.Syntax.GetLocation().GetLineSpan();
        return new AcquisitionSite(span.Path, span.StartLinePosition.Line + 1).ToString();
    }

    /// <summary>Local functions and lambdas that a source method calls while it runs are entered under what is held now.</summary>
    private void RunCallbacks(IMethodSymbol method, Place? receiver, Value[] arguments, PathState state)
    {
        for (int i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is not CodeValue code)
            {
                continue;
            }

            IParameterSymbol parameter = method.Parameters[i];
            PathState entry = state;
            Contract promised = _facts.Contracts.Of(parameter);
            foreach (ContractLock required in promised.Requires)
            {
                if (required.Place is { } place && Bind(place, receiver, arguments) is { } bound)
                {
                    entry = entry.Acquire(new Hold(bound, _facts.PrimitiveAt(bound), required.Shared ? LockMode.Read : LockMode.Write, AcquisitionKind.Blocking, null, 1));
                }
            }

            if (promised.Requires.Count == 0 && !_facts.InvokesParameter(method, parameter))
            {
                continue;
            }

            foreach (CodeTarget target in code.Targets)
            {
                _nested.Enter(target.Method, entry);
            }
        }
    }

    private bool CallsUnknownCode(IInvocationOperation call) =>
        call is { IsVirtual: true, TargetMethod: { ContainingType.TypeKind: TypeKind.Interface } or { IsAbstract: true } } && !_facts.Overrides.HasAny(call.TargetMethod);
}
