// What is stored in a new object is still nobody else's, and another turn of the loop makes another object.
public sealed class Node
{
    public readonly object Gate = new();
}

public sealed class Holder
{
    private readonly Node _own;

    public Holder(Node node) => _own = node;

    public Node? Other { get; set; }

    public Node Own => _own;
}

public sealed class Chain
{
    private readonly object _other = new();
    private readonly List<Node> _nodes = [];
    private Node? _head;

    public void InANewHolder()
    {
        var node = new Node();
        var holder = new Holder(node);
        Node second = holder.Other = new Node();
        lock (node.Gate)
        {
            lock (_other)
            {
            }
        }

        lock (second.Gate)
        {
            lock (_other)
            {
            }
        }
    }

    public void InALocal()
    {
        Node? first;
        Node second = first = new Node();
        lock (second.Gate)
        {
            lock (_other)
            {
            }
        }

        GC.KeepAlive(first);
    }

    public void InEveryTurn(int count)
    {
        for (int i = 0; i < count; i++)
        {
            Node node = new Node();
            lock (node.Gate)
            {
                lock (_other)
                {
                }
            }

            Node same = _head = node;
            _nodes.Add(same);
        }
    }

    public void Close()
    {
        lock (_other)
        {
            if (_head is { } head)
            {
                lock (head.Gate)
                {
                }
            }
        }
    }
}
