using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LockGraph.Analyzer;

/// <summary>One of the bodies behind a virtual call, taken because of what a body was given: the way on is there only for receivers that run it.</summary>
/// <param name="Receiver">The receiver of the call, in the words of the body: itself, or one of its parameters.</param>
/// <param name="Method">The method that is called.</param>
/// <param name="Target">The body that runs.</param>
internal sealed record DispatchChoice(Place Receiver, IMethodSymbol Method, IMethodSymbol Target)
{
    public bool Equals(DispatchChoice? other) =>
        other is not null && Receiver.Equals(other.Receiver) && SymbolEqualityComparer.Default.Equals(Method, other.Method) && SymbolEqualityComparer.Default.Equals(Target, other.Target);

    public override int GetHashCode() => Receiver.GetHashCode() ^ SymbolEqualityComparer.Default.GetHashCode(Target);
}

/// <summary>What the receiver of a call tells of the bodies that it may run.</summary>
/// <remarks>Asked only where a call may run more than one. Thread-safe.</remarks>
internal sealed class ReceiverTypes
{
    /// <summary>A way that hangs on more receivers than this is taken to be there for all of them.</summary>
    private const int _mostChoices = 3;

    private readonly ConcurrentDictionary<ITypeSymbol, TypeSet> _declared = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, TypeSet> _made = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<(IMethodSymbol Method, TypeSet Types), IReadOnlyList<IMethodSymbol>> _run = [];
    private readonly ConcurrentDictionary<IParameterSymbol, bool> _kept = new(SymbolEqualityComparer.Default);
    private readonly Dispatch _dispatch;
    private readonly StoredTypes _stored;

    public ReceiverTypes(CompilationFacts facts, CancellationToken cancellation)
    {
        _dispatch = new Dispatch(facts.Overrides);
        _stored = new StoredTypes(facts, cancellation);
    }

    /// <summary>The bodies that a call may run.</summary>
    /// <param name="target">The method that is called.</param>
    /// <param name="call">The call.</param>
    public IReadOnlyList<IMethodSymbol> Run(IMethodSymbol target, CallEvent call)
    {
        IReadOnlyList<IMethodSymbol> all = _dispatch.Of(target);
        if (!_dispatch.IsOpen(target))
        {
            return all;
        }

        IOperation? instance = InstanceOf(call);
        return IsBase(instance) ? [target.OriginalDefinition] : [.. all.Where(body => MayRun(target, body, call.Receiver, instance))];
    }

    /// <summary>What a body has to be given for a call in it to run a target; <see langword="null"/> for a call that does not hang on that.</summary>
    public DispatchChoice? ChoiceOf(CallEvent call, IMethodSymbol method, IMethodSymbol target) => call.Receiver switch
    {
        _ when IsBase(InstanceOf(call)) => null,
        { Kind: PlaceKind.This } self when _dispatch.Of(method).Count > 1 => new DispatchChoice(self, method.OriginalDefinition, target.OriginalDefinition),
        { Kind: PlaceKind.Parameter, Symbol: IParameterSymbol parameter } given when _dispatch.IsOpen(method) && IsKept(parameter) =>
            new DispatchChoice(given, method.OriginalDefinition, target.OriginalDefinition),
        _ => null,
    };

    /// <summary>The choices on which a callee's way hangs, in the words of the caller; <see langword="null"/> when what he hands over decides otherwise.</summary>
    public ImmutableArray<DispatchChoice>? InWordsOf(ResolvedCall resolved, ImmutableArray<DispatchChoice> needed)
    {
        ImmutableArray<DispatchChoice> given = resolved.Choice is { } own ? ImmutableArray.Create(own) : ImmutableArray<DispatchChoice>.Empty;
        foreach (DispatchChoice choice in needed)
        {
            bool isInner = resolved.Target.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction;
            Place? receiver;
            IOperation? instance = null;
            if (choice.Receiver.Symbol is not IParameterSymbol parameter)
            {
                receiver = resolved.Call.Receiver;
                instance = InstanceOf(resolved.Call);
            }
            else if (isInner && !SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, resolved.Target))
            {
                // Captured: it is the caller's own.
                receiver = choice.Receiver;
            }
            else
            {
                Value? argument = parameter.Ordinal < resolved.Call.Arguments.Length ? resolved.Call.Arguments[parameter.Ordinal] : null;
                if (argument is NullValue)
                {
                    return null;
                }

                receiver = (argument as PlaceValue)?.Place;
                instance = ArgumentOf(resolved.Call, parameter.Ordinal);
            }

            if (!MayRun(choice.Method, choice.Target, receiver, instance))
            {
                return null;
            }

            if (given.Length < _mostChoices && receiver is not null && IsGiven(receiver) && !given.Contains(choice with { Receiver = receiver }))
            {
                given = given.Add(choice with { Receiver = receiver });
            }
        }

        return given;
    }

    /// <summary>True when an object at a place may be one that runs a body.</summary>
    public bool MayRun(DispatchChoice choice, Place? receiver) => MayRun(choice.Method, choice.Target, receiver, null);

    private bool MayRun(IMethodSymbol method, IMethodSymbol target, Place? receiver, IOperation? instance) =>
        (receiver is null || MayRun(method, target, TypesAt(receiver, method.ContainingType)))
        && (instance is null || MayRun(method, target, Declared(TypeOf(instance), method.ContainingType)));

    private bool MayRun(IMethodSymbol method, IMethodSymbol target, TypeSet? types) =>
        types is null || _run.GetOrAdd((method.OriginalDefinition, types), asked => _dispatch.Of(asked.Method, asked.Types)).Contains(target.OriginalDefinition, SymbolEqualityComparer.Default);

    private TypeSet? TypesAt(Place place, INamedTypeSymbol receiver)
    {
        ITypeSymbol? declared = LockClasses.TypeOf(place);
        if (!AreRelated(declared, receiver))
        {
            // What stands at the place is something else that leads to the receiver: a task, a collection.
            return null;
        }

        return place switch
        {
            { Kind: PlaceKind.Fresh } => _made.GetOrAdd(declared!.OriginalDefinition, static made => TypeSet.OfExactly(made)),
            { Kind: PlaceKind.Member or PlaceKind.Static, Symbol: IFieldSymbol or IPropertySymbol or IParameterSymbol } or { Kind: PlaceKind.Local or PlaceKind.Parameter or PlaceKind.Result } => _stored.Of(place.Symbol!),
            { Kind: PlaceKind.Element or PlaceKind.Unknown } => null,
            _ => Declared(declared, receiver),
        };
    }

    private TypeSet? Declared(ITypeSymbol? type, INamedTypeSymbol receiver) =>
        AreRelated(type, receiver) ? _declared.GetOrAdd(type!.OriginalDefinition, static declared => TypeSet.Of(declared)) : null;

    private static bool AreRelated(ITypeSymbol? type, INamedTypeSymbol receiver) => type is not null && (Dispatch.IsOrDerives(type, receiver) || Dispatch.IsOrDerives(receiver, type));

    private static bool IsGiven(Place place) => place.Kind == PlaceKind.This || place.Kind == PlaceKind.Parameter;

    // Assigned in its body, a parameter is what it was given no longer.
    private bool IsKept(IParameterSymbol parameter) => _kept.GetOrAdd(parameter, static asked =>
        asked.RefKind is RefKind.None or RefKind.In
        && asked.DeclaringSyntaxReferences.All(reference => reference.GetSyntax().Parent?.Parent is { } body && !Writes.Of(asked.Name, body).Any()));

    /// <summary>True for a call of what the own type inherits, whatever the object is.</summary>
    public static bool IsBase(CallEvent call) => IsBase(InstanceOf(call));

    private static bool IsBase(IOperation? instance) => instance?.Syntax is BaseExpressionSyntax;

    private static IOperation? InstanceOf(CallEvent call) => call.Site switch
    {
        IInvocationOperation invocation when SymbolEqualityComparer.Default.Equals(invocation.TargetMethod, call.Target) => invocation.Instance,
        IPropertyReferenceOperation property when SymbolEqualityComparer.Default.Equals(property.Property, call.Target?.AssociatedSymbol) => property.Instance,
        _ => null,
    };

    private static IOperation? ArgumentOf(CallEvent call, int ordinal) => call.Site switch
    {
        IInvocationOperation invocation when SymbolEqualityComparer.Default.Equals(invocation.TargetMethod, call.Target) => Find(invocation.Arguments, ordinal),
        IObjectCreationOperation creation => Find(creation.Arguments, ordinal),
        _ => null,
    };

    private static IOperation? Find(ImmutableArray<IArgumentOperation> arguments, int ordinal)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter?.Ordinal == ordinal)
            {
                return argument.Value;
            }
        }

        return null;
    }

    // `(ITree)table` is a Table.
    private static ITypeSymbol? TypeOf(IOperation operation)
    {
        while (operation is IConversionOperation { Operand.Type: not null } conversion && Sources.IsSameObject(conversion))
        {
            operation = conversion.Operand;
        }

        return operation.Type;
    }
}
