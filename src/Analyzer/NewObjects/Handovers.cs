using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LockGraph.Analyzer;

/// <summary>What a method does with an object that it is handed.</summary>
/// <param name="IsHandedOn">True when others may see the object from then on: it is stored where they look, or code that has it runs elsewhere.</param>
/// <param name="Into">What else it is put into: ordinals of parameters, or <see cref="Handovers.Receiver"/>.</param>
/// <param name="Assigned">Members of the object that get a value through the parameter.</param>
internal sealed record Handover(bool IsHandedOn, ImmutableArray<int> Into, ImmutableHashSet<string> Assigned)
{
    public static Handover None { get; } = new(false, ImmutableArray<int>.Empty, ImmutableHashSet<string>.Empty);
}

/// <summary>What a method of somebody else does with an argument.</summary>
internal enum Outside
{
    /// <summary>Nothing that anybody knows of.</summary>
    Nowhere,

    /// <summary>It is kept in the receiver.</summary>
    IntoReceiver,

    /// <summary>It is kept where the first argument refers to.</summary>
    IntoFirst,

    /// <summary>It is used by code that runs elsewhere.</summary>
    Runs,
}

/// <summary>Finds <see cref="Handover"/>: whether a method stores what it is handed, passes it on, or only uses it.</summary>
/// <remarks>
/// Follows calls to a fixed depth, and every depth is an answer of its own, so that the answer does not depend on who asked first. Each body is
/// looked at once for each parameter. Thread-safe.
/// </remarks>
internal sealed class Handovers
{
    /// <summary>The ordinal of the receiver.</summary>
    public const int Receiver = -1;

    private const int _depth = 4;

    private static readonly HashSet<string> _keeping = new(StringComparer.Ordinal)
    {
        "Add", "TryAdd", "AddRange", "AddFirst", "AddLast", "AddBefore", "AddAfter", "AddOrUpdate", "Insert", "InsertRange", "Enqueue", "EnqueueDequeue", "Push", "GetOrAdd", "TryUpdate", "TryEnqueue",
        "TryWrite", "WriteAsync", "Post", "SendAsync", "SetResult", "TrySetResult", "SetValue", "SetTarget", "set_Item",
    };

    private readonly ConcurrentDictionary<ISymbol, Handed> _direct = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, Handover>[] _known;
    private readonly CompilationFacts _facts;

    public Handovers(CompilationFacts facts)
    {
        _facts = facts;
        _known = [.. Enumerable.Range(0, _depth + 1).Select(_ => new ConcurrentDictionary<ISymbol, Handover>(SymbolEqualityComparer.Default))];
    }

    /// <summary>What a method does with its receiver or an argument.</summary>
    /// <param name="method">The method.</param>
    /// <param name="ordinal">The parameter, or <see cref="Receiver"/>.</param>
    public Handover Of(IMethodSymbol method, int ordinal) => Of(method, ordinal, _depth);

    /// <summary>What a method of somebody else does with an argument, as far as its name tells.</summary>
    public static Outside OutsideOf(IMethodSymbol method, int ordinal)
    {
        string type = method.ContainingType.Name;
        if (RunsElsewhere(method, type))
        {
            return Outside.Runs;
        }

        if (method.IsStatic)
        {
            return ordinal > 0 && ((type == "Interlocked" && method.Name is "Exchange" or "CompareExchange" && ordinal == 1) || (type == "Volatile" && method.Name == "Write"))
                ? Outside.IntoFirst
                : method.IsExtensionMethod && ordinal > 0 && _keeping.Contains(method.Name) ? Outside.IntoFirst : Outside.Nowhere;
        }

        return method.MethodKind == MethodKind.Constructor || (_keeping.Contains(method.Name) && !KeepsKey(method, ordinal)) ? Outside.IntoReceiver : Outside.Nowhere;
    }

    /// <summary>True for methods that set code going which their receiver was made with.</summary>
    public static bool StartsReceiver(IMethodSymbol method) =>
        method.ContainingType.Name switch { "Thread" or "Task" => method.Name == "Start", "Timer" => method.Name == "Change", _ => false } && KnownCalls.WrapsCode(method.ContainingType);

    /// <summary>True for a timer that runs from the moment at which it is made.</summary>
    public static bool StartsAtOnce(IObjectCreationOperation creation)
    {
        if (creation is not { Type.Name: "Timer", Arguments.Length: > 2 } || !KnownCalls.WrapsCode(creation.Type))
        {
            return false;
        }

        IOperation? due = creation.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 2)?.Value;
        while (due is IConversionOperation conversion)
        {
            due = conversion.Operand;
        }

        return due is not ({ ConstantValue: { HasValue: true, Value: -1 or -1L } } or IFieldReferenceOperation { Field.Name: "InfiniteTimeSpan" });
    }

    /// <summary>True for methods that keep what they are given only where they return that they did.</summary>
    public static bool MayFail(IMethodSymbol method) => method.Name is "TryAdd" or "CompareExchange";

    /// <summary>True for a member that every thread, or flow, sees another value of.</summary>
    public static bool IsOfOneThread(ISymbol member) =>
        (member is IPropertySymbol { Name: "Value", ContainingType.Name: "ThreadLocal" or "AsyncLocal" })
        || (member is IFieldSymbol { IsStatic: true } && member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ThreadStaticAttribute"));

    // The factory of GetOrAdd is called, not kept.
    private static bool KeepsKey(IMethodSymbol method, int ordinal) =>
        method.Name is "GetOrAdd" or "AddOrUpdate" && method.Parameters[ordinal].Type.TypeKind == TypeKind.Delegate;

    private static bool RunsElsewhere(IMethodSymbol method, string type) => method.MethodKind != MethodKind.Constructor && (KnownCalls.StartsWork(method) || StartsReceiver(method) || method.Name switch
    {
        "QueueUserWorkItem" or "UnsafeQueueUserWorkItem" or "RegisterWaitForSingleObject" => type == "ThreadPool",
        "Post" => type == "SynchronizationContext",
        "BeginInvoke" or "InvokeAsync" => method.ContainingNamespace.ContainingNamespace?.Name is "Windows" or "System",
        "OnCompleted" or "UnsafeOnCompleted" => true,
        _ => false,
    });

    private Handover Of(IMethodSymbol method, int ordinal, int depth)
    {
        if (depth == 0)
        {
            return Handover.None;
        }

        IMethodSymbol definition = (method.ReducedFrom ?? method).OriginalDefinition;
        if (ordinal >= definition.Parameters.Length || (ordinal == Receiver && definition.IsStatic))
        {
            return Handover.None;
        }

        ISymbol key = ordinal == Receiver ? definition : definition.Parameters[ordinal];
        if (!_known[depth].TryGetValue(key, out Handover? known))
        {
            _known[depth][key] = known = Find(definition, ordinal, depth);
        }

        return known;
    }

    private Handover Find(IMethodSymbol method, int ordinal, int depth)
    {
        Handover found = Handover.None;
        List<IMethodSymbol> bodies = [.. _facts.Overrides.Of(method).Take(CallChain.MostWays + 1)];
        foreach (IMethodSymbol body in bodies.Count > CallChain.MostWays ? [] : bodies)
        {
            Handed direct = Direct(body, ordinal);
            bool handedOn = found.IsHandedOn || direct.IsHandedOn;
            ImmutableArray<int> into = found.Into.Union(direct.Into).ToImmutableArray();
            ImmutableHashSet<string> assigned = found.Assigned.Union(direct.Assigned);
            if (ordinal == Receiver)
            {
                // Under their bare names: `_owner = owner`.
                assigned = assigned.Union(_facts.AssignedMembers.By(body.ContainingType, body));
            }

            foreach (PassedOn passed in direct.Passed)
            {
                Handover further = Of(passed.Method, passed.Ordinal, depth - 1);
                assigned = assigned.Union(further.Assigned);
                handedOn |= further.IsHandedOn;
                foreach (int target in further.Into)
                {
                    // What is kept in an object of which nothing is known is kept for this body alone.
                    Destination at = passed.At(target);
                    handedOn |= at.IsSeen;
                    into = at.Ordinal is { } own && !into.Contains(own) ? into.Add(own) : into;
                }
            }

            found = new Handover(handedOn, into, assigned);
        }

        return found;
    }

    private Handed Direct(IMethodSymbol method, int ordinal)
    {
        ISymbol key = ordinal == Receiver ? method : method.Parameters[ordinal];
        return _direct.TryGetValue(key, out Handed? known) ? known : _direct.GetOrAdd(key, HandedObject.Follow(_facts, method, ordinal));
    }
}
