// The loop is left when the new node is in the list.
public sealed class Node
{
    public readonly object Gate = new();

    public Node? Next { get; set; }
}

public sealed class Chain
{
    private readonly object _loop = new();
    private readonly object _once = new();
    private readonly object _later = new();
    private Node? _head;

    public void Push()
    {
        var node = new Node();
        Node? old;
        do
        {
            old = _head;
            node.Next = old;
        }
        while (Interlocked.CompareExchange(ref _head, node, old) != old);

        lock (node.Gate)
        {
            lock (_loop) // expect-any: LG1002 loop
            {
            }
        }
    }

    public void PushOnce(Node old)
    {
        var node = new Node();
        if (old == Interlocked.CompareExchange(ref _head, node, old))
        {
            lock (node.Gate)
            {
                lock (_once) // expect-any: LG1002 once
                {
                }
            }
        }
    }

    // The node is another after the call, and so is what the answer tells of.
    public void PushLater(Node old)
    {
        var node = new Node();
        Node? seen = Interlocked.CompareExchange(ref _head, node, old);
        node.Next = old;
        if (seen == old)
        {
            lock (node.Gate)
            {
                lock (_later) // expect-any: LG1002 later
                {
                }
            }
        }
    }

    public void Use(Node node)
    {
        lock (_loop)
        {
            lock (node.Gate) // expect-any: LG1002 loop
            {
            }
        }

        lock (_once)
        {
            lock (node.Gate) // expect-any: LG1002 once
            {
            }
        }

        lock (_later)
        {
            lock (node.Gate) // expect-any: LG1002 later
            {
            }
        }
    }
}
