using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>What a call of a sequence operator gives.</summary>
internal enum SequenceKind
{
    None,

    /// <summary>The same elements.</summary>
    Same,

    /// <summary>The same elements, in an order that is the same everywhere.</summary>
    Ordered,

    /// <summary>One of the elements.</summary>
    Element,
}

/// <summary>What the analyzer knows of the framework's own methods.</summary>
internal static class KnownCalls
{
    // Types whose methods run what they are given before they return, with their namespaces.
    private static readonly Dictionary<string, string> _runsNow = new(StringComparer.Ordinal)
    {
        ["Enumerable"] = "System.Linq",
        ["List"] = "System.Collections.Generic",
        ["HashSet"] = "System.Collections.Generic",
        ["Array"] = "System",
        ["String"] = "System",
        ["MemoryExtensions"] = "System",
        ["ConcurrentDictionary"] = "System.Collections.Concurrent",
        ["ImmutableInterlocked"] = "System.Collections.Immutable",
        ["ImmutableArray"] = "System.Collections.Immutable",
        ["ImmutableList"] = "System.Collections.Immutable",
        ["LazyInitializer"] = "System.Threading",
        ["ConditionalWeakTable"] = "System.Runtime.CompilerServices",
    };

    private static readonly Dictionary<string, string> _waits = new(StringComparer.Ordinal)
    {
        ["Task.Wait"] = "System.Threading.Tasks",
        ["Task.WaitAll"] = "System.Threading.Tasks",
        ["Task.WaitAny"] = "System.Threading.Tasks",
        ["Thread.Join"] = "System.Threading",
        ["Thread.Sleep"] = "System.Threading",
        ["WaitHandle.WaitOne"] = "System.Threading",
        ["WaitHandle.WaitAll"] = "System.Threading",
        ["WaitHandle.WaitAny"] = "System.Threading",
        ["WaitHandle.SignalAndWait"] = "System.Threading",
        ["ManualResetEventSlim.Wait"] = "System.Threading",
        ["CountdownEvent.Wait"] = "System.Threading",
        ["Barrier.SignalAndWait"] = "System.Threading",
        ["BlockingCollection.Take"] = "System.Collections.Concurrent",
        ["BlockingCollection.Add"] = "System.Collections.Concurrent",
        ["Process.WaitForExit"] = "System.Diagnostics",
        ["SpinWait.SpinUntil"] = "System.Threading",
    };

    private static readonly HashSet<string> _waitNames = [.. _waits.Keys.Select(wait => wait.Substring(wait.IndexOf('.') + 1))];

    private static readonly Dictionary<string, string> _quiet = new(StringComparer.Ordinal)
    {
        ["Monitor"] = "System.Threading",
        ["Interlocked"] = "System.Threading",
        ["Volatile"] = "System.Threading",
        ["Thread"] = "System.Threading",
        ["Scope"] = "System.Threading",
        ["ReaderWriterLockSlim"] = "System.Threading",
        ["Debug"] = "System.Diagnostics",
        ["Stopwatch"] = "System.Diagnostics",
        ["Math"] = "System",
        ["GC"] = "System",
        ["Environment"] = "System",
        ["Object"] = "System",
        ["RuntimeHelpers"] = "System.Runtime.CompilerServices",
        ["Unsafe"] = "System.Runtime.CompilerServices",
    };

    /// <summary>How a foreign method runs the delegates that it is given.</summary>
    public static CallKind RunsCallbacks(IMethodSymbol method)
    {
        INamedTypeSymbol type = method.ContainingType;
        return IsOneOf(_runsNow, type) ? CallKind.Now : type.Name switch
        {
            "Parallel" when Namespaces.Is(type.ContainingNamespace, "System.Threading.Tasks") => CallKind.Awaited,
            "ParallelEnumerable" when Namespaces.Is(type.ContainingNamespace, "System.Linq") => CallKind.Awaited,
            "SynchronizationContext" when method.Name == "Send" && Namespaces.Is(type.ContainingNamespace, "System.Threading") => CallKind.Awaited,
            "Dispatcher" when method.Name == "Invoke" && Namespaces.Is(type.ContainingNamespace, "System.Windows.Threading") => CallKind.Awaited,
            "Control" when method.Name == "Invoke" && Namespaces.Is(type.ContainingNamespace, "System.Windows.Forms") => CallKind.Awaited,
            _ => CallKind.Elsewhere,
        };
    }

    /// <summary>True for methods that hand work to another thread and give something to wait for.</summary>
    public static bool StartsWork(IMethodSymbol method) =>
        (method.ContainingType.Name is "Task" or "TaskFactory" && method.Name is "Run" or "StartNew" or "ContinueWith")
        || (method.ContainingType.Name == "CancellationToken" && method.Name is "Register" or "UnsafeRegister");

    /// <summary>True for methods that change a collection which calls its handlers on every change.</summary>
    public static bool TellsOfChange(IMethodSymbol method) =>
        method.Name is "Add" or "Remove" or "Clear" or "Insert" or "RemoveAt" or "Move" or "AddNew"
        && method.ContainingType is { Name: "ObservableCollection" or "BindingList" or "Collection", ContainingNamespace: { Name: "ObjectModel" or "ComponentModel" } };

    /// <summary>True for methods that complete the task of a completion source.</summary>
    public static bool Completes(IMethodSymbol method) =>
        method.Name is "SetResult" or "TrySetResult" or "SetException" or "TrySetException" or "SetCanceled" or "TrySetCanceled" or "SetFromTask" or "TrySetFromTask"
        && CompletionSources.IsSource(method.ContainingType);

    /// <summary>True for types whose objects run the delegate that they are made with.</summary>
    public static bool WrapsCode(ITypeSymbol? type) => type is { ContainingNamespace: { } space, Name: "Thread" or "Task" or "Lazy" or "Timer" }
        && (Namespaces.Is(space, "System") || Namespaces.Is(space, "System.Threading") || Namespaces.Is(space, "System.Threading.Tasks"));

    /// <summary>What a blocking call waits for, or <see langword="null"/>.</summary>
    public static string? WaitOf(IMethodSymbol method)
    {
        if (!_waitNames.Contains(method.Name))
        {
            return null;
        }

        string what = method.ContainingType.Name + "." + method.Name;
        return _waits.TryGetValue(what, out string? space) && Namespaces.Is(method.ContainingType.ContainingNamespace, space) ? what : null;
    }

    /// <summary>True for the steps between a task and its result.</summary>
    public static bool PassesReceiver(IMethodSymbol method) => method.Name switch
    {
        "ConfigureAwait" or "GetAwaiter" or "AsTask" => method.Parameters.Length <= 1 && method.DeclaringSyntaxReferences.Length == 0,
        "WaitAsync" => method is { ContainingType: { Name: "Task", ContainingNamespace.Name: "Tasks" }, DeclaringSyntaxReferences.Length: 0 },
        "GetResult" => Namespaces.Is(method.ContainingNamespace, "System.Runtime.CompilerServices"),
        _ => false,
    };

    /// <summary>True for methods that fail only where the process does.</summary>
    public static bool NeverThrows(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.Length == 0
        && (method.Name is "Dispose" or "DisposeAsync" or "MoveNext" or "GetEnumerator" || IsOneOf(_quiet, method.ContainingType));

    /// <summary>True for methods that put the elements of their argument in order, in place.</summary>
    public static bool Sorts(IMethodSymbol method) => method.Name == "Sort" && method.ContainingType.Name is "Array" or "List" or "MemoryExtensions";

    /// <summary>True for sequence operators that run their source only as far as they are run themselves.</summary>
    public static bool IsLazy(IMethodSymbol method) =>
        method.ContainingType.Name is "Enumerable" or "AsyncEnumerable" or "TaskAsyncEnumerableExtensions"
        && method.Name is "Where" or "Select" or "SelectMany" or "Cast" or "OfType" or "Skip" or "Take" or "TakeWhile" or "SkipWhile" or "Distinct" or "AsEnumerable" or "Append"
            or "Prepend" or "Concat" or "Zip" or "Chunk" or "Index" or "ConfigureAwait" or "WithCancellation";

    public static SequenceKind SequenceOf(IMethodSymbol method)
    {
        string type = method.ContainingType.Name;
        if (type is "Enumerable" or "ImmutableArray" or "ImmutableList" or "MemoryExtensions" or "CollectionExtensions")
        {
            switch (method.Name)
            {
                case "OrderBy" or "OrderByDescending" or "Order" or "OrderDescending" or "ThenBy" or "ThenByDescending":
                    return SequenceKind.Ordered;
                case "Where" or "ToArray" or "ToList" or "AsEnumerable" or "Skip" or "Take" or "Distinct" or "Reverse" or "OfType" or "Cast" or "TakeWhile" or "SkipWhile" or "AsSpan":
                    return SequenceKind.Same;
                case "First" or "FirstOrDefault" or "Last" or "LastOrDefault" or "Single" or "SingleOrDefault" or "ElementAt" or "ElementAtOrDefault" or "GetValueOrDefault":
                    return SequenceKind.Element;
            }
        }

        if (method.Name is "GetEnumerator" or "ToArray" or "AsReadOnly" && Namespaces.IsWithin(method.ContainingNamespace, "System"))
        {
            return SequenceKind.Same;
        }

        return method.Name is "GetOrAdd" or "AddOrUpdate" or "GetValue" or "GetOrCreateValue" or "Peek" or "Dequeue" or "Pop" or "Get"
            && Namespaces.IsWithin(method.ContainingNamespace, "System")
            ? SequenceKind.Element
            : SequenceKind.None;
    }

    private static bool IsOneOf(Dictionary<string, string> types, INamedTypeSymbol type) =>
        types.TryGetValue(type.Name, out string? space) && Namespaces.Is(type.ContainingNamespace, space);
}
