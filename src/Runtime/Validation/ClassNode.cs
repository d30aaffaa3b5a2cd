using LockGraph.Core;

namespace LockGraph;

/// <summary>A lock class (with its subclass rank) as a node of one validator's order graph.</summary>
internal sealed class ClassNode
{
    private int _instances;

    public ClassNode(LockClass @class, int subclass, int serial, int graphNode)
    {
        Class = @class;
        Subclass = subclass;
        Serial = serial;
        GraphNode = graphNode;
        Name = LockClassName.WithSubclass(@class.Name, subclass);
    }

    /// <summary>The traits; those of a bare name while the class is only declared.</summary>
    public LockClass Class { get; private set; }

    public int Subclass { get; private set; }

    public string Name { get; }

    /// <summary>Never reused, unlike the graph's node numbers: a chain that names a forgotten class can match nothing.</summary>
    public int Serial { get; }

    public int GraphNode { get; }

    /// <summary>True when a lock of the class was made, false while it is only declared.</summary>
    public bool IsRegistered { get; private set; }

    public int InstanceCount => Volatile.Read(ref _instances);

    /// <summary>A lock was made: from now on the node has its traits, and it is known whether the name has a rank in it.</summary>
    public void Register(LockClass @class, int subclass)
    {
        Class = @class;
        Subclass = subclass;
        IsRegistered = true;
    }

    /// <summary>Counts an instance and gives its number in the class, from 1.</summary>
    public int AddInstance() => Interlocked.Increment(ref _instances);
}
