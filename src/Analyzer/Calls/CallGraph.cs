using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>A call resolved to one body.</summary>
/// <param name="Call">The call.</param>
/// <param name="Target">The body that runs.</param>
/// <param name="Callee">Its facts.</param>
/// <param name="Wait">The pseudo-lock that stands for waiting for it; <see langword="null"/> for a plain call.</param>
/// <param name="Targets">How many bodies the call may run, this one included.</param>
internal sealed record ResolvedCall(CallEvent Call, IMethodSymbol Target, BodyFacts Callee, Place? Wait, int Targets)
{
    /// <summary>What the body has to be given for the call to run this target; <see langword="null"/> when it does not hang on that.</summary>
    public DispatchChoice? Choice { get; init; }
}

/// <summary>From calls to the bodies they may run: overrides, delegates, events, threads.</summary>
internal sealed class CallGraph
{
    private readonly CompilationFacts _facts;
    private readonly DelegateTargets _delegates;
    private readonly Func<IMethodSymbol, bool> _follows;
    private readonly Dictionary<CallEvent, IReadOnlyList<ResolvedCall>> _resolved = new(ReferenceComparer.Instance);

    /// <param name="facts">The compilation.</param>
    /// <param name="delegates">What may be behind delegates.</param>
    /// <param name="receivers">What may be behind receivers.</param>
    /// <param name="follows">Which methods are of interest; finding out what one does means looking at it.</param>
    public CallGraph(CompilationFacts facts, DelegateTargets delegates, ReceiverTypes receivers, Func<IMethodSymbol, bool> follows)
    {
        _facts = facts;
        _delegates = delegates;
        Receivers = receivers;
        _follows = follows;
    }

    public ReceiverTypes Receivers { get; }

    /// <summary>The calls of a body whose targets are known.</summary>
    /// <param name="body">The body.</param>
    /// <param name="matters">Which calls to look at; finding out where a call leads means looking at what it leads to.</param>
    public IEnumerable<ResolvedCall> CallsOf(BodyFacts body, Func<CallEvent, bool>? matters = null)
    {
        foreach (CallEvent call in body.Calls)
        {
            if (matters is not null && !matters(call))
            {
                continue;
            }

            if (!_resolved.TryGetValue(call, out IReadOnlyList<ResolvedCall>? found))
            {
                _resolved.Add(call, found = [.. Resolve(call)]);
            }

            foreach (ResolvedCall resolved in found)
            {
                yield return resolved;
            }
        }
    }

    /// <summary>The bodies that a delegate value may run.</summary>
    public IEnumerable<BodyFacts> BodiesOf(IMethodSymbol method) => _facts.Overrides.Of(method).Where(_facts.MayLock).Select(target => _facts.FactsOf(target)).OfType<BodyFacts>();

    private IEnumerable<ResolvedCall> Resolve(CallEvent call)
    {
        if (call.Target is { } target)
        {
            IReadOnlyList<IMethodSymbol> methods = _facts.Overrides.Of(target).Any(_follows) ? Receivers.Run(target, call) : [];
            if (methods.Count > CallChain.MostWays)
            {
                yield break;
            }

            foreach (IMethodSymbol method in methods)
            {
                if (_follows(method) && _facts.FactsOf(method) is { } callee)
                {
                    yield return new ResolvedCall(call, method, callee, Waits.Of(call.Kind, method), methods.Count) { Choice = Receivers.ChoiceOf(call, target, method) };
                }
            }

            if (!ReceiverTypes.IsBase(call) && _facts.Summaries.OverridesOf(target) is { } others)
            {
                yield return new ResolvedCall(call, target.OriginalDefinition, others, Waits.Of(call.Kind, target), methods.Count + _facts.Summaries.WaysOf(target));
            }
        }
        else if (call.Delegate is { } source && CompletionSources.HolderOf(source) is { } holder && CompletionSources.IsSource(LockClasses.TypeOf(source)))
        {
            foreach (ResolvedCall resumed in Resumed(call, source, holder))
            {
                yield return resumed;
            }
        }
        else if (call.Delegate is { Kind: PlaceKind.Element, Owner.Symbol: { } collection } && IsCode(LockClasses.TypeOf(call.Delegate)))
        {
            IReadOnlyList<IMethodSymbol> methods = _delegates.OfElements(collection);
            foreach (IMethodSymbol method in methods.Count > CallChain.MostWays ? [] : methods)
            {
                if (_facts.MayLock(method) && _facts.FactsOf(method) is { } callee)
                {
                    yield return new ResolvedCall(call, method, callee, call.Kind == CallKind.Awaited ? Waits.For(method) : null, methods.Count);
                }
            }
        }
        else if (call.Delegate is { Kind: not PlaceKind.Parameter, Symbol: { } variable } place)
        {
            bool isLazy = LockClasses.TypeOf(place) is { } type && KnownTypes.Is(type, _facts.Types.Lazy);
            IReadOnlyList<IMethodSymbol> methods = _delegates.Of(variable);
            if (methods.Count > CallChain.MostWays)
            {
                yield break;
            }

            foreach (IMethodSymbol method in methods)
            {
                if (_facts.MayLock(method) && _facts.FactsOf(method) is { } callee)
                {
                    Place? wait = call.Kind == CallKind.Awaited ? Waits.For(method) : isLazy ? Place.Pseudo(variable, SymbolNames.Of(variable)) : null;
                    yield return new ResolvedCall(call, method, callee, wait, methods.Count);
                }
            }
        }
    }

    private static bool IsCode(ITypeSymbol? type) => type is { TypeKind: TypeKind.Delegate } or { Name: "Task" or "Thread" or "Lazy" };

    /// <summary>What runs on the thread that completes a source: code behind awaits of its task, and its synchronous continuations.</summary>
    private IEnumerable<ResolvedCall> Resumed(CallEvent call, Place source, ISymbol holder)
    {
        List<(ResumedPart Part, Place? Receiver)> parts = [.. _facts.CompletionSources.ResumedBy(source)];
        IReadOnlyList<IMethodSymbol> continuations = source.Kind == PlaceKind.Element ? [] : _delegates.Of(holder);
        int targets = parts.Count + continuations.Count;
        if (targets > CallChain.MostWays)
        {
            yield break;
        }

        foreach ((ResumedPart part, Place? receiver) in parts)
        {
            if (part.Facts.Body is IMethodSymbol method)
            {
                yield return new ResolvedCall(call with { Receiver = receiver }, method, part.Facts, null, targets);
            }
        }

        foreach (IMethodSymbol method in continuations)
        {
            if (_facts.MayLock(method) && _facts.FactsOf(method) is { } callee)
            {
                // A continuation is handed the task that is finished.
                yield return new ResolvedCall(call with { Known = ImmutableArray.Create(new GivenFlag(0, Question.Finished, true)) }, method, callee, null, targets);
            }
        }
    }
}

/// <summary>Tells calls apart by identity: each is one event of one body.</summary>
internal sealed class ReferenceComparer : IEqualityComparer<CallEvent>
{
    public static ReferenceComparer Instance { get; } = new();

    public bool Equals(CallEvent? x, CallEvent? y) => ReferenceEquals(x, y);

    public int GetHashCode(CallEvent obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
}

/// <summary>Pseudo-locks of waits.</summary>
internal static class Waits
{
    /// <summary>How the lock begins that the runtime holds while a static constructor runs.</summary>
    public const string Initializer = "the type initializer of ";

    private const string _rest = "the rest of ";

    /// <summary>The pseudo-lock that is held while a body runs elsewhere, and asked for by whoever waits for it.</summary>
    public static Place For(IMethodSymbol body) => Place.Pseudo(body.OriginalDefinition, "the work of " + SymbolNames.Short(body));

    /// <summary>The same, of what an asynchronous method does behind its first suspension: what comes before has been done by the caller himself.</summary>
    public static Place ForRest(IMethodSymbol body) => Place.Pseudo(body.OriginalDefinition, _rest + SymbolNames.Short(body));

    /// <summary>The pseudo-lock that a call of a method asks for; <see langword="null"/> for a plain call.</summary>
    public static Place? Of(CallKind kind, IMethodSymbol body) => kind switch
    {
        CallKind.Awaited => For(body),
        CallKind.Finished => ForRest(body),
        _ when body.MethodKind == MethodKind.StaticConstructor => Place.Pseudo(body.ContainingType.OriginalDefinition, Initializer + SymbolNames.Short(body.ContainingType)),
        _ => null,
    };

    public static bool IsForRest(Place wait) => wait.Key!.StartsWith(_rest, StringComparison.Ordinal);
}
