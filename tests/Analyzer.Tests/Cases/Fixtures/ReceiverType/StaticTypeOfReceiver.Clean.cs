public abstract class Node
{
    public abstract void Visit();
}

public abstract class Leaf : Node
{
}

public sealed class Word : Leaf
{
    public override void Visit() { }
}

public sealed class Number : Leaf
{
    public override void Visit() { }
}

public sealed class Branch : Node
{
    private readonly object _children = new();
    private readonly Tree _tree;

    public Branch(Tree tree) => _tree = tree;

    public override void Visit() { lock (_children) { } }

    public void Grow() { lock (_children) { _tree.Touch(); } }
}

public class Tree
{
    private readonly object _root = new();

    public void Touch() { lock (_root) { } }

    // A Leaf is no Branch.
    public void Fall(Leaf leaf) { lock (_root) { leaf.Visit(); } }

    public void Cut(Node node)
    {
        lock (_root)
        {
            if (node is Leaf leaf)
            {
                leaf.Visit();
            }

            (node as Leaf)?.Visit();
        }
    }
}
