using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>The types that the analyzer knows by name, looked up once per compilation.</summary>
internal sealed class KnownTypes
{
    // A type may be known to several assemblies (source-shared attributes, netstandard facades), so it is told by its name; to look all of them up would load them.
    private static readonly ILookup<string, (string Namespace, LockPrimitive Primitive)> _primitives = LockPrimitive.All
        .SelectMany(primitive => primitive.TypeNames.Select(name => (name, at: name.LastIndexOf('.'), primitive)))
        .ToLookup(known => known.name.Substring(known.at + 1), known => (known.name.Substring(0, known.at), known.primitive), StringComparer.Ordinal);

    public KnownTypes(IReadOnlyList<Compilation> compilations)
    {
        Compilation compilation = compilations[0];
        Task = compilation.GetTypeByMetadataName("System.Threading.Tasks.Task");
        TaskOfT = compilation.GetTypeByMetadataName("System.Threading.Tasks.Task`1");
        ValueTask = compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask");
        ValueTaskOfT = compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask`1");
        Thread = compilation.GetTypeByMetadataName("System.Threading.Thread");
        Type = compilation.GetTypeByMetadataName("System.Type");
        Lazy = compilation.GetTypeByMetadataName("System.Lazy`1");
        WaitHandle = compilation.GetTypeByMetadataName("System.Threading.WaitHandle");
        Disposable = compilation.GetTypeByMetadataName("System.IDisposable");
        AsyncDisposable = compilation.GetTypeByMetadataName("System.IAsyncDisposable");
    }

    public INamedTypeSymbol? Task { get; }

    public INamedTypeSymbol? TaskOfT { get; }

    public INamedTypeSymbol? ValueTask { get; }

    public INamedTypeSymbol? ValueTaskOfT { get; }

    public INamedTypeSymbol? Thread { get; }

    public INamedTypeSymbol? Type { get; }

    public INamedTypeSymbol? Lazy { get; }

    public INamedTypeSymbol? WaitHandle { get; }

    public INamedTypeSymbol? Disposable { get; }

    public INamedTypeSymbol? AsyncDisposable { get; }

    /// <summary>The primitive that a type is, or <see langword="null"/>.</summary>
    public LockPrimitive? PrimitiveOf(ITypeSymbol? type)
    {
        for (ITypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            foreach ((string space, LockPrimitive primitive) in _primitives[at.Name])
            {
                if (at is INamedTypeSymbol { Arity: 0, ContainingType: null } && Namespaces.Is(at.ContainingNamespace, space))
                {
                    return primitive;
                }
            }
        }

        return null;
    }

    /// <summary>True for tasks and value tasks, and what <c>ConfigureAwait</c> makes of them.</summary>
    public bool IsTask(ITypeSymbol? type) =>
        type is not null && (Is(type, Task) || Is(type, TaskOfT) || Is(type, ValueTask) || Is(type, ValueTaskOfT));

    public static bool Is(ITypeSymbol type, INamedTypeSymbol? known) => known is not null && (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, known) || (type.MetadataName == known.MetadataName && type.ContainingNamespace?.ToDisplayString() == known.ContainingNamespace.ToDisplayString()));

    /// <summary>The type that awaiting gives: <c>T</c> of <c>Task&lt;T&gt;</c>; the type itself when it is no task.</summary>
    public ITypeSymbol? Awaited(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeArguments.Length: 1 } named && (Is(named, TaskOfT) || Is(named, ValueTaskOfT)) ? named.TypeArguments[0] : type;

    /// <summary>True when values of the type are given back by disposing them.</summary>
    public bool IsDisposable(ITypeSymbol? type)
    {
        // A task can be disposed, but nobody means to give a lock back by it.
        if (type is null || IsTask(type))
        {
            return false;
        }

        foreach (INamedTypeSymbol face in type.AllInterfaces)
        {
            if (Is(face, Disposable) || Is(face, AsyncDisposable))
            {
                return true;
            }
        }

        return Is(type, Disposable) || Is(type, AsyncDisposable)
            || (type.IsRefLikeType && type.GetMembers("Dispose").Any(member => member is IMethodSymbol { Parameters.Length: 0 }));
    }
}
