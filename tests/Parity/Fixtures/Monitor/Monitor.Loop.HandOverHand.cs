// The walk holds a node until it has the next one: two locks of one class, and nothing says which comes first.
using LockGraph;

namespace Parity.MonitorLoopHandOverHand;

public sealed class LinkedRing
{
    private readonly Node _head = new(1, new Node(2, new Node(3, null)));

    public static void Run()
    {
        var ring = new LinkedRing();
        _ = ring.Sum();
    }

    public int Sum()
    {
        Node node = _head;
        node.Gate.Enter();
        int sum = node.Value;
        while (node.Next is { } next)
        {
            next.Gate.Enter(); // expect: LG1003 Node.Gate
            node.Gate.Exit();
            node = next;
            sum += node.Value;
        }

        node.Gate.Exit();
        return sum;
    }
}

public sealed class Node(int value, Node? next)
{
    public readonly TrackedMonitor Gate = new();
    public readonly int Value = value;
    public readonly Node? Next = next;
}
