// A new object that is stored by choice only when its maker is done with it is private until then, and a choice between locals stores nothing.
public sealed class Node
{
    public readonly object Gate = new();
}

public sealed class Tree
{
    private readonly object _gate = new();
    private Node? _head;

    public void Add(bool now)
    {
        var node = new Node();
        Node? chosen = now ? node : null;
        lock (node.Gate) { lock (_gate) { } }
        _head = now ? node : null;
    }

    public void Drop()
    {
        lock (_gate) { if (_head is not null) { lock (_head.Gate) { } } }
    }
}
