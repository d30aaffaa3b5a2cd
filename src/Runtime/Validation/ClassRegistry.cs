using System.Reflection;
using LockGraph.Core;

namespace LockGraph;

/// <summary>The lock classes of one validator, as nodes of its order graph, and what was declared about them.</summary>
/// <remarks>Not thread-safe: every member is called under the validator's gate.</remarks>
internal sealed class ClassRegistry
{
    private readonly LockOrderGraph _graph;
    private readonly bool _readsAttributes;
    private readonly Dictionary<string, ClassNode> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<int, ClassNode> _byGraphNode = [];
    private readonly HashSet<Assembly> _assemblies = [];
    private readonly List<OrderDeclaration> _declarations = [];
    private readonly HashSet<string> _knownNames = new(StringComparer.Ordinal);
    private int _lastSerial;

    public ClassRegistry(LockOrderGraph graph, DeclaredOrder? declared)
    {
        _graph = graph;
        _readsAttributes = declared is null;
        Declared = DeclaredOrder.Empty;
        if (declared is not null)
        {
            Seed(declared);
        }

        Connect();
    }

    /// <summary>What was promised so far.</summary>
    public DeclaredOrder Declared { get; private set; }

    /// <summary>Every node, in order of registration.</summary>
    public IEnumerable<ClassNode> Nodes => _nodes.Values.OrderBy(node => node.Serial);

    public ClassNode this[int graphNode] => _byGraphNode[graphNode];

    /// <summary>The node of a class; the first registration decides the traits.</summary>
    public ClassNode Register(LockClass @class, int subclass)
    {
        ClassNode node = NodeOf(@class, subclass);
        if (!node.IsRegistered)
        {
            node.Register(@class, subclass);
            Connect(node);
        }

        return node;
    }

    /// <summary>True when the promises of assemblies count, and not only those that were given.</summary>
    public bool ReadsAttributes => _readsAttributes;

    /// <summary>Takes the promises of an assembly, once. True when there were any.</summary>
    public bool Learn(Assembly assembly, AssemblyDeclarations read)
    {
        if (!_assemblies.Add(assembly) || read.Declarations.Count == 0)
        {
            return false;
        }

        Add(read.Declarations, read.LockNames);
        return true;
    }

    /// <summary>Adds promises to those known.</summary>
    /// <param name="declarations">The promises.</param>
    /// <param name="names">Classes that exist, for names that are written in part.</param>
    public void Add(IReadOnlyList<OrderDeclaration> declarations, IEnumerable<string> names)
    {
        _declarations.AddRange(declarations);
        _knownNames.UnionWith(names);
        Declared = DeclaredOrder.Build(_declarations, _knownNames);
        Connect();
    }

    // Taken apart, so that promises added later join those that were given.
    private void Seed(DeclaredOrder declared)
    {
        Declared = declared;
        _knownNames.UnionWith(declared.Classes);
        _declarations.AddRange(declared.Promises.Select(promise => OrderDeclaration.Before(promise.Place, promise.Outer, promise.Inner)));
        _declarations.AddRange(declared.StrictHierarchies.Select(names => OrderDeclaration.Strict("a strict hierarchy", [.. names])));
    }

    /// <summary>Forgets a class and its edges; a lock of it that is made or bound later starts a new history.</summary>
    public ClassNode Forget(ClassNode node)
    {
        _graph.RemoveNode(node.GraphNode);
        _nodes.Remove(node.Name);
        _byGraphNode.Remove(node.GraphNode);
        return Register(node.Class, node.Subclass);
    }

    private ClassNode NodeOf(LockClass @class, int subclass)
    {
        string name = LockClassName.WithSubclass(@class.Name, subclass);
        if (!_nodes.TryGetValue(name, out ClassNode? node))
        {
            node = new ClassNode(@class, subclass, ++_lastSerial, _graph.AddNode());
            _nodes.Add(name, node);
            _byGraphNode.Add(node.GraphNode, node);
        }

        return node;
    }

    // The promises are edges of the one graph, so that an observed edge that goes against a promise through others closes a ring with it.
    private void Connect()
    {
        foreach ((string outer, string inner, _) in Declared.Promises)
        {
            Promise(Declare(outer), Declare(inner));
        }

        foreach (ClassNode node in _nodes.Values.Where(node => node.Subclass != 0).ToList())
        {
            Connect(node);
        }
    }

    // A promise about a class binds each of its ranks.
    private void Connect(ClassNode node)
    {
        if (node.Subclass == 0)
        {
            return;
        }

        foreach ((string outer, string inner, _) in Declared.Promises)
        {
            if (outer == node.Class.Name)
            {
                Promise(node, Declare(inner));
            }
            else if (inner == node.Class.Name)
            {
                Promise(Declare(outer), node);
            }
        }
    }

    // Whether the name has a rank in it is known when a lock of it is made.
    private ClassNode Declare(string name) => NodeOf(new LockClass(name), 0);

    // A contradiction among promises closes a ring here; it was told as an error of the declaration, so the answer is dropped.
    private void Promise(ClassNode outer, ClassNode inner)
    {
        if (outer.GraphNode != inner.GraphNode)
        {
            _graph.Observe(new EdgeOccurrence { Outer = outer.GraphNode, Inner = inner.GraphNode, Provenance = EdgeProvenance.Declared });
        }
    }
}
