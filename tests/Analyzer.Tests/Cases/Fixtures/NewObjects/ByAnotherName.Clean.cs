// A method looks at what it is handed under another name, or keeps what is only part of it.
public sealed class Node
{
    public readonly object Gate = new();

    public int Count { get; set; }

    public string? Name { get; set; }

    public Node? Next { get; set; }

    public void Look() => Console.WriteLine(Name);
}

public sealed class Group : List<Node>
{
    public readonly object Gate = new();
}

public static class Registry
{
    private static readonly List<Node> s_all = [];
    private static readonly List<object?> s_names = [];

    public static void ByPattern(object o)
    {
        if (o is Node { Name: var name } node)
        {
            s_names.Add(name);
            node.Look();
        }

        switch (o)
        {
            case Node { Next: { } next }:
                s_all.Add(next);
                break;
            case Node other:
                other.Look();
                break;
        }
    }

    public static int ByArm(object o) => o switch
    {
        Node node => node.Count,
        _ => 0,
    };

    public static void ByLoop(params Node[] nodes)
    {
        foreach (Node node in nodes)
        {
            node.Look();
        }
    }

    // The elements go into the list, the group itself does not.
    public static void OfGroup(Group group)
    {
        foreach (Node node in group)
        {
            s_all.Add(node);
        }
    }

    public static void ByQuestion(Node? o) => o?.Look();

    public static int ByFunction(Node o)
    {
        Count();
        return o.Count;

        void Count() => o.Count++;
    }
}

public sealed class User
{
    private readonly object _other = new();

    public void Open()
    {
        var node = new Node();
        Registry.ByPattern(node);
        Registry.ByArm(node);
        Registry.ByLoop(node);
        Registry.ByQuestion(node);
        Registry.ByFunction(node);
        lock (node.Gate)
        {
            lock (_other)
            {
            }
        }
    }

    public void OpenGroup()
    {
        var group = new Group();
        Registry.OfGroup(group);
        lock (group.Gate)
        {
            lock (_other)
            {
            }
        }
    }

    public void Close(Node node, Group group)
    {
        lock (_other)
        {
            lock (node.Gate)
            {
            }

            lock (group.Gate)
            {
            }
        }
    }
}
