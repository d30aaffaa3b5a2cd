using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using QuikGraph;
using QuikGraph.Algorithms;

namespace LockGraph.Analyzer;

/// <summary>LG1007: type initializers that wait for each other, or for a thread that needs them.</summary>
/// <remarks>
/// The runtime runs each initializer once, under a lock of its own that nobody sees; whoever touches the type meanwhile waits. So an initializer
/// that waits for code that touches its type waits for itself, and two initializers that touch each other's types are an inversion.
/// </remarks>
internal static class TypeInitializers
{
    private const int _bodiesFollowed = 100;

    public static IEnumerable<Finding> Judge(CompilationFacts facts, CancellationToken cancellation)
    {
        var initializers = new List<(INamedTypeSymbol Type, SyntaxNode Node)>();
        foreach (SyntaxNode node in facts.Index.Trees.SelectMany(tree => tree.TypeInitializers))
        {
            SyntaxNode? declaration = node.FirstAncestorOrSelf<TypeDeclarationSyntax>();
            if (declaration is not null && facts.ModelOf(node.SyntaxTree).GetDeclaredSymbol(declaration, cancellation) is INamedTypeSymbol type && !facts.Settings.IsExcluded(type))
            {
                initializers.Add((type, node));
            }
        }

        return [.. Waits(facts, initializers, cancellation), .. Rings(facts, initializers, cancellation)];
    }

    private static IEnumerable<Finding> Waits(CompilationFacts facts, List<(INamedTypeSymbol Type, SyntaxNode Node)> initializers, CancellationToken cancellation)
    {
        foreach ((INamedTypeSymbol type, SyntaxNode node) in initializers)
        {
            if (facts.Index.EntryAt(node) is not { } entry || !entry.Mentions.Overlaps(_waits) || facts.FactsOf(node) is not { } body)
            {
                continue;
            }

            foreach (CallEvent call in body.Calls.Where(call => call is { Kind: CallKind.Awaited, Target: not null }))
            {
                if (Touches(facts, call.Target!, type, cancellation))
                {
                    yield return new Finding(RuleIds.TypeInitializers, call.Site.Syntax.GetLocation(), [SymbolNames.Short(type), "'" + SymbolNames.Short(call.Target!) + "'"]);
                }
            }
        }
    }

    private static readonly HashSet<string> _waits = new(StringComparer.Ordinal) { "Join", "Wait", "WaitAll", "WaitAny", "Result", "GetResult", "ForEach", "For", "Invoke" };

    /// <summary>True when a body, or one that it calls, needs a type to be initialized.</summary>
    private static bool Touches(CompilationFacts facts, IMethodSymbol start, INamedTypeSymbol type, CancellationToken cancellation)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { start };
        var work = new Queue<IMethodSymbol>();
        work.Enqueue(start);
        while (work.Count > 0 && seen.Count < _bodiesFollowed)
        {
            IMethodSymbol method = work.Dequeue();
            foreach (SyntaxReference reference in method.DeclaringSyntaxReferences)
            {
                SyntaxNode body = reference.GetSyntax(cancellation);
                foreach (ISymbol symbol in Mentioned(facts, body, cancellation))
                {
                    if (Initializes(symbol, type))
                    {
                        return true;
                    }

                    if (symbol is IMethodSymbol { DeclaringSyntaxReferences.Length: > 0 } called && seen.Add(called.OriginalDefinition))
                    {
                        work.Enqueue(called.OriginalDefinition);
                    }
                }
            }
        }

        return false;
    }

    private static IEnumerable<Finding> Rings(CompilationFacts facts, List<(INamedTypeSymbol Type, SyntaxNode Node)> initializers, CancellationToken cancellation)
    {
        var byName = initializers.ToLookup(entry => entry.Type.Name, StringComparer.Ordinal);
        Dictionary<string, int> rings = RingsOfNames(facts, initializers, byName);
        var graph = new AdjacencyGraph<ISymbol, TouchEdge>();
        foreach ((INamedTypeSymbol type, SyntaxNode node) in initializers)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!rings.TryGetValue(type.Name, out int ring) || facts.Index.EntryAt(node) is not { } entry
                || !entry.Mentions.Any(name => name != type.Name && rings.TryGetValue(name, out int other) && other == ring))
            {
                continue;
            }

            foreach ((ISymbol symbol, SyntaxNode at) in MentionedAt(facts, node, cancellation))
            {
                INamedTypeSymbol? touched = symbol.ContainingType?.OriginalDefinition;
                if (touched is not null && !SymbolEqualityComparer.Default.Equals(touched, type) && byName.Contains(touched.Name)
                    && byName[touched.Name].Any(other => SymbolEqualityComparer.Default.Equals(other.Type, touched)) && Initializes(symbol, touched) && !IsInside(type, touched))
                {
                    graph.AddVerticesAndEdge(new TouchEdge(type, touched, at));
                }
            }
        }

        var components = new Dictionary<ISymbol, int>(SymbolEqualityComparer.Default);
        graph.StronglyConnectedComponents(components);
        foreach (IGrouping<int, TouchEdge> ring in graph.Edges.Where(edge => components[edge.Source] == components[edge.Target])
            .GroupBy(edge => components[edge.Source]).OrderBy(group => group.Key))
        {
            List<TouchEdge> edges = [.. ring.OrderBy(edge => edge.At.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(edge => edge.At.SpanStart)];
            TouchEdge first = edges[0];
            yield return new Finding(
                RuleIds.TypeInitializers, first.At.GetLocation(), [SymbolNames.Short(first.Source), "the type initializer of '" + SymbolNames.Short(first.Target) + "'"])
            {
                Others = [.. edges.Skip(1).Select(edge => (edge.At.GetLocation(), "the type initializer of " + SymbolNames.Short(edge.Source) + " needs " + SymbolNames.Short(edge.Target)))],
            };
        }
    }

    /// <summary>The types that may lie on a ring, as far as names tell, by the number of the ring: nothing else is worth binding.</summary>
    private static Dictionary<string, int> RingsOfNames(
        CompilationFacts facts, List<(INamedTypeSymbol Type, SyntaxNode Node)> initializers, ILookup<string, (INamedTypeSymbol Type, SyntaxNode Node)> byName)
    {
        var names = new AdjacencyGraph<string, SEquatableEdge<string>>();
        foreach ((INamedTypeSymbol type, SyntaxNode node) in initializers)
        {
            IEnumerable<string> mentioned = facts.Index.EntryAt(node)?.Mentions ?? Enumerable.Empty<string>();
            names.AddVerticesAndEdgeRange(mentioned.Where(name => name != type.Name && byName.Contains(name)).Select(name => new SEquatableEdge<string>(type.Name, name)));
        }

        var components = new Dictionary<string, int>(StringComparer.Ordinal);
        names.StronglyConnectedComponents(components);
        return components;
    }

    // A nested type and the one around it are one thing to their authors; the runtime initializes them apart, but that is not what a reader expects to hear.
    private static bool IsInside(INamedTypeSymbol one, INamedTypeSymbol other) =>
        SymbolEqualityComparer.Default.Equals(one.ContainingType, other) || SymbolEqualityComparer.Default.Equals(other.ContainingType, one);

    private static bool Initializes(ISymbol symbol, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingType?.OriginalDefinition, type.OriginalDefinition)
        && symbol switch
        {
            IFieldSymbol field => field is { IsStatic: true, IsConst: false },
            IMethodSymbol { MethodKind: MethodKind.Constructor } => true,
            IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } => false,
            IMethodSymbol or IPropertySymbol or IEventSymbol => symbol.IsStatic,
            _ => false,
        };

    private static IEnumerable<ISymbol> Mentioned(CompilationFacts facts, SyntaxNode body, CancellationToken cancellation) =>
        MentionedAt(facts, body, cancellation).Select(mention => mention.Symbol);

    private static IEnumerable<(ISymbol Symbol, SyntaxNode At)> MentionedAt(CompilationFacts facts, SyntaxNode body, CancellationToken cancellation)
    {
        if (!facts.Owns(body.SyntaxTree))
        {
            yield break;
        }

        SemanticModel model = facts.ModelOf(body.SyntaxTree);
        foreach (SyntaxNode node in body.DescendantNodes())
        {
            if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } })
            {
                continue;
            }

            if (node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax && model.GetSymbolInfo(node, cancellation).Symbol is { } symbol and not (INamespaceSymbol or ITypeSymbol))
            {
                yield return (symbol, node);
            }
        }
    }

    private sealed class TouchEdge(ISymbol source, ISymbol target, SyntaxNode at) : IEdge<ISymbol>
    {
        public ISymbol Source { get; } = source;

        public ISymbol Target { get; } = target;

        public SyntaxNode At { get; } = at;
    }
}
