public sealed class Node
{
    internal readonly object Gate = new();
    internal Node? Next;
    internal int Value;
}

public sealed class Chain
{
    private readonly Node _head = new();

    public int Last()
    {
        Node at = _head;
        Monitor.Enter(at.Gate);
        while (at.Next is { } next)
        {
            Monitor.Enter(next.Gate);
            Monitor.Exit(at.Gate);
            at = next;
        }

        int value = at.Value;
        Monitor.Exit(at.Gate);
        return value;
    }
}
