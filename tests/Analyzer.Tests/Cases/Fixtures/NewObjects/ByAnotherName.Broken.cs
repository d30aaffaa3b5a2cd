// A method keeps what it is handed under another name: that of a pattern, of a loop, behind a question mark, in a local function.
public sealed class Node
{
    public readonly object Gate = new();

    public int Count { get; set; }

    public void Enter() => Registry.Keep(this);
}

public static class Registry
{
    private static readonly List<Node> s_all = [];

    public static void Keep(Node node) => s_all.Add(node);

    public static void ByPattern(object o)
    {
        if (o is Node node)
        {
            s_all.Add(node);
        }
    }

    public static void ByProperty(Node? o)
    {
        if (o is { Count: 0 } node)
        {
            s_all.Add(node);
        }
    }

    public static void ByNegation(object o)
    {
        if (o is not Node node)
        {
            return;
        }

        s_all.Add(node);
    }

    public static void BySwitch(object o)
    {
        switch (o)
        {
            case string:
                break;
            case Node node when node.Count == 0:
                s_all.Add(node);
                break;
        }
    }

    public static bool ByArm(object o) => o switch
    {
        Node node => Enter(node),
        _ => false,
    };

    private static bool Enter(Node node)
    {
        s_all.Add(node);
        return true;
    }

    public static void ByLoop(params Node[] nodes)
    {
        foreach (Node node in nodes)
        {
            s_all.Add(node);
        }
    }

    public static void ByQuestion(Node? o) => o?.Enter();

    public static void ByCall(Node o)
    {
        Task.Run(() => Work());

        void Work() => o.Count++;
    }

    public static void ByFunction(Node o)
    {
        Task.Run(Work);

        void Work() => o.Count++;
    }
}

public sealed class User
{
    private readonly object _pattern = new();
    private readonly object _property = new();
    private readonly object _negation = new();
    private readonly object _switch = new();
    private readonly object _arm = new();
    private readonly object _loop = new();
    private readonly object _question = new();
    private readonly object _function = new();
    private readonly object _call = new();

    public void Open()
    {
        var node = new Node();
        Registry.ByPattern(node);
        lock (node.Gate)
        {
            lock (_pattern) // expect-any: LG1002 pattern
            {
            }
        }
    }

    public void OpenByProperty()
    {
        var node = new Node();
        Registry.ByProperty(node);
        lock (node.Gate)
        {
            lock (_property) // expect-any: LG1002 property
            {
            }
        }
    }

    public void OpenByNegation()
    {
        var node = new Node();
        Registry.ByNegation(node);
        lock (node.Gate)
        {
            lock (_negation) // expect-any: LG1002 negation
            {
            }
        }
    }

    public void OpenBySwitch()
    {
        var node = new Node();
        Registry.BySwitch(node);
        lock (node.Gate)
        {
            lock (_switch) // expect-any: LG1002 switch
            {
            }
        }
    }

    public void OpenByArm()
    {
        var node = new Node();
        Registry.ByArm(node);
        lock (node.Gate)
        {
            lock (_arm) // expect-any: LG1002 arm
            {
            }
        }
    }

    public void OpenByLoop()
    {
        var node = new Node();
        Registry.ByLoop(node);
        lock (node.Gate)
        {
            lock (_loop) // expect-any: LG1002 loop
            {
            }
        }
    }

    public void OpenByQuestion()
    {
        var node = new Node();
        Registry.ByQuestion(node);
        lock (node.Gate)
        {
            lock (_question) // expect-any: LG1002 question
            {
            }
        }
    }

    public void OpenByFunction()
    {
        var node = new Node();
        Registry.ByFunction(node);
        lock (node.Gate)
        {
            lock (_function) // expect-any: LG1002 function
            {
            }
        }
    }

    public void OpenByCall()
    {
        var node = new Node();
        Registry.ByCall(node);
        lock (node.Gate)
        {
            lock (_call) // expect-any: LG1002 call
            {
            }
        }
    }

    public void Close(Node node)
    {
        lock (_pattern)
        {
            lock (node.Gate) // expect-any: LG1002 pattern
            {
            }
        }

        lock (_property)
        {
            lock (node.Gate) // expect-any: LG1002 property
            {
            }
        }

        lock (_negation)
        {
            lock (node.Gate) // expect-any: LG1002 negation
            {
            }
        }

        lock (_switch)
        {
            lock (node.Gate) // expect-any: LG1002 switch
            {
            }
        }

        lock (_arm)
        {
            lock (node.Gate) // expect-any: LG1002 arm
            {
            }
        }

        lock (_loop)
        {
            lock (node.Gate) // expect-any: LG1002 loop
            {
            }
        }

        lock (_question)
        {
            lock (node.Gate) // expect-any: LG1002 question
            {
            }
        }

        lock (_function)
        {
            lock (node.Gate) // expect-any: LG1002 function
            {
            }
        }

        lock (_call)
        {
            lock (node.Gate) // expect-any: LG1002 call
            {
            }
        }
    }
}
