// Where somebody else was faster, the new node is nobody's.
public sealed class Node
{
    public readonly object Gate = new();

    public Node? Next { get; set; }
}

public sealed class Chain
{
    private readonly object _other = new();
    private Node? _head;

    public bool Push(Node old)
    {
        var node = new Node();
        if (Interlocked.CompareExchange(ref _head, node, old) != old)
        {
            lock (node.Gate)
            {
                lock (_other)
                {
                }
            }

            return false;
        }

        return true;
    }

    public void Use(Node node)
    {
        lock (_other)
        {
            lock (node.Gate)
            {
            }
        }
    }
}
