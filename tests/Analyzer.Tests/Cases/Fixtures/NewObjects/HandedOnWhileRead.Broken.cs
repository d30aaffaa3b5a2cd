// The object goes on being used by the expression that handed it on.
public sealed class Room
{
    public readonly List<Guest> Guests = [];
    public readonly object Gate = new();

    public void Open()
    {
        var guest = new Guest(this);
        lock (guest.Gate)
        {
            lock (Gate) // expect-any: LG1002 constructor
            {
            }
        }
    }

    public void Close()
    {
        lock (Gate)
        {
            foreach (Guest guest in Guests)
            {
                lock (guest.Gate) // expect-any: LG1002 constructor
                {
                }
            }
        }
    }
}

public sealed class Guest
{
    public readonly object Gate = new();

    public Guest(Room room) => room.Guests.Add(this);
}

public sealed class Node
{
    public readonly object Gate = new();
}

public sealed class Chain
{
    private readonly object _other = new();
    private Node? _head;

    public void Open()
    {
        Node node = _head = new Node();
        lock (node.Gate)
        {
            lock (_other) // expect-any: LG1002 assigned
            {
            }
        }
    }

    public void Close()
    {
        lock (_other)
        {
            if (_head is { } head)
            {
                lock (head.Gate) // expect-any: LG1002 assigned
                {
                }
            }
        }
    }
}

public sealed class Wrapper
{
    private static readonly List<Wrapper> s_all = [];

    public Wrapper(Node inner)
    {
        Inner = inner;
        s_all.Add(this);
    }

    public Node Inner { get; }

    public static IReadOnlyList<Wrapper> All => s_all;
}

public sealed class Wrapping
{
    private readonly object _other = new();

    public void Open()
    {
        var node = new Node();
        var wrapper = new Wrapper(node);
        lock (node.Gate)
        {
            lock (_other) // expect-any: LG1002 wrapped
            {
            }
        }

        GC.KeepAlive(wrapper);
    }

    public void Close()
    {
        lock (_other)
        {
            foreach (Wrapper wrapper in Wrapper.All)
            {
                lock (wrapper.Inner.Gate) // expect-any: LG1002 wrapped
                {
                }
            }
        }
    }
}
