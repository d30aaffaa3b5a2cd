// A new object that is stored on one of two paths is no longer private on either.
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
        _head = now ? node : null;
        lock (node.Gate) { lock (_gate) { } } // expect-any: LG1002
    }

    public void Drop()
    {
        lock (_gate) { if (_head is not null) { lock (_head.Gate) { } } } // expect-any: LG1002
    }
}
