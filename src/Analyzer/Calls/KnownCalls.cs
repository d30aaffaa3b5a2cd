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
    private static readonly HashSet<string> _runsNow = new(StringComparer.Ordinal)
    {
        "System.Linq.Enumerable", "System.Collections.Generic.List<T>", "System.Array", "System.Collections.Concurrent.ConcurrentDictionary<TKey, TValue>",
        "System.Collections.Immutable.ImmutableInterlocked", "System.Threading.LazyInitializer", "System.Collections.Generic.HashSet<T>", "System.MemoryExtensions",
        "System.Collections.Immutable.ImmutableArray<T>", "System.Collections.Immutable.ImmutableList<T>", "System.Runtime.CompilerServices.ConditionalWeakTable<TKey, TValue>",
    };

    private static readonly Dictionary<string, string> _waits = new(StringComparer.Ordinal)
    {
        ["System.Threading.Tasks.Task.Wait"] = "Task.Wait",
        ["System.Threading.Tasks.Task.WaitAll"] = "Task.WaitAll",
        ["System.Threading.Tasks.Task.WaitAny"] = "Task.WaitAny",
        ["System.Threading.Thread.Join"] = "Thread.Join",
        ["System.Threading.Thread.Sleep"] = "Thread.Sleep",
        ["System.Threading.WaitHandle.WaitOne"] = "WaitHandle.WaitOne",
        ["System.Threading.WaitHandle.WaitAll"] = "WaitHandle.WaitAll",
        ["System.Threading.WaitHandle.WaitAny"] = "WaitHandle.WaitAny",
        ["System.Threading.WaitHandle.SignalAndWait"] = "WaitHandle.SignalAndWait",
        ["System.Threading.ManualResetEventSlim.Wait"] = "ManualResetEventSlim.Wait",
        ["System.Threading.CountdownEvent.Wait"] = "CountdownEvent.Wait",
        ["System.Threading.Barrier.SignalAndWait"] = "Barrier.SignalAndWait",
        ["System.Collections.Concurrent.BlockingCollection<T>.Take"] = "BlockingCollection.Take",
        ["System.Collections.Concurrent.BlockingCollection<T>.Add"] = "BlockingCollection.Add",
        ["System.Diagnostics.Process.WaitForExit"] = "Process.WaitForExit",
        ["System.Threading.SpinWait.SpinUntil"] = "SpinWait.SpinUntil",
    };

    private static readonly HashSet<string> _quiet = new(StringComparer.Ordinal)
    {
        "System.Threading.Monitor", "System.Threading.Interlocked", "System.Threading.Volatile", "System.Diagnostics.Debug", "System.Diagnostics.Stopwatch", "System.Math",
        "System.GC", "System.Environment", "System.Threading.Thread", "System.Runtime.CompilerServices.RuntimeHelpers", "System.Object", "System.Threading.Lock.Scope",
        "System.Runtime.CompilerServices.Unsafe", "System.Threading.ReaderWriterLockSlim",
    };

    /// <summary>How a foreign method runs the delegates that it is given.</summary>
    public static CallKind RunsCallbacks(IMethodSymbol method)
    {
        string type = method.ContainingType.OriginalDefinition.ToDisplayString();
        if (_runsNow.Contains(type))
        {
            return CallKind.Now;
        }

        return type switch
        {
            "System.Threading.Tasks.Parallel" or "System.Linq.ParallelEnumerable" => CallKind.Awaited,
            "System.Threading.SynchronizationContext" => method.Name == "Send" ? CallKind.Awaited : CallKind.Elsewhere,
            "System.Windows.Threading.Dispatcher" or "System.Windows.Forms.Control" => method.Name == "Invoke" ? CallKind.Awaited : CallKind.Elsewhere,
            "string" or "System.String" => CallKind.Now,
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
        && space.ToDisplayString() is "System" or "System.Threading" or "System.Threading.Tasks";

    /// <summary>What a blocking call waits for, or <see langword="null"/>.</summary>
    public static string? WaitOf(IMethodSymbol method) =>
        _waits.TryGetValue(method.ContainingType.OriginalDefinition.ToDisplayString() + "." + method.Name, out string? what) ? what : null;

    /// <summary>True for the steps between a task and its result.</summary>
    public static bool PassesReceiver(IMethodSymbol method) => method.Name switch
    {
        "ConfigureAwait" or "GetAwaiter" or "AsTask" => method.Parameters.Length <= 1 && method.DeclaringSyntaxReferences.Length == 0,
        "WaitAsync" => method is { ContainingType: { Name: "Task", ContainingNamespace.Name: "Tasks" }, DeclaringSyntaxReferences.Length: 0 },
        "GetResult" => method.ContainingNamespace.ToDisplayString() == "System.Runtime.CompilerServices",
        _ => false,
    };

    /// <summary>True for methods that fail only where the process does.</summary>
    public static bool NeverThrows(IMethodSymbol method) =>
        method.DeclaringSyntaxReferences.Length == 0
        && (method.Name is "Dispose" or "DisposeAsync" or "MoveNext" or "GetEnumerator" || _quiet.Contains(method.ContainingType.OriginalDefinition.ToDisplayString()));

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

        if (method.Name is "GetEnumerator" or "ToArray" or "AsReadOnly" && method.ContainingNamespace?.ToDisplayString().StartsWith("System", StringComparison.Ordinal) == true)
        {
            return SequenceKind.Same;
        }

        return method.Name is "GetOrAdd" or "AddOrUpdate" or "GetValue" or "GetOrCreateValue" or "Peek" or "Dequeue" or "Pop" or "Get"
            && method.ContainingNamespace?.ToDisplayString().StartsWith("System", StringComparison.Ordinal) == true
            ? SequenceKind.Element
            : SequenceKind.None;
    }
}
