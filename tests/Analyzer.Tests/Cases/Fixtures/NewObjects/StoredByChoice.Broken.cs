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
        lock (node.Gate) { lock (_gate) { } } // known-miss: LG1002 where two paths join, a choice forgets what it may be
    }

    public void Drop()
    {
        lock (_gate) { if (_head is not null) { lock (_head.Gate) { } } }
    }
}
