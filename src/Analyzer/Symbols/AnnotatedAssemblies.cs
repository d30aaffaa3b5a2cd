using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace LockGraph.Analyzer;

/// <summary>Tells which assemblies may carry attributes of ours at all: to read the attributes of every method of the framework would cost more than all the rest.</summary>
/// <remarks>Thread-safe. Looks at names only.</remarks>
internal sealed class AnnotatedAssemblies
{
    private const string _ours = "LockGraph";

    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _known = new(SymbolEqualityComparer.Default);
    private readonly Func<bool> _sourcesMay;

    /// <param name="sourcesMay">Whether the sources may have an attribute of ours.</param>
    public AnnotatedAssemblies(Func<bool> sourcesMay) => _sourcesMay = sourcesMay;

    /// <summary>True when the assembly of a symbol may carry attributes of ours.</summary>
    public bool MayAnnotate(ISymbol symbol) => symbol.ContainingAssembly is { } assembly && _known.GetOrAdd(assembly, Look);

    // A source-shared copy of the attributes is a namespace of the assembly itself.
    private bool Look(IAssemblySymbol assembly) => assembly is ISourceAssemblySymbol
        ? _sourcesMay()
        : assembly.NamespaceNames.Contains(_ours) || assembly.Modules.Any(module => module.ReferencedAssemblies.Any(other => other.Name.StartsWith(_ours, StringComparison.Ordinal)));
}
