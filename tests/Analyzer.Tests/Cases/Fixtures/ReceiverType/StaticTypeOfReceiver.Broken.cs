public abstract class Node
{
    public abstract void Visit();
}

public abstract class Inner : Node
{
}

public sealed class Word : Node
{
    public override void Visit() { }
}

public sealed class Branch : Inner
{
    private readonly object _children = new();
    private readonly Tree _tree;

    public Branch(Tree tree) => _tree = tree;

    public override void Visit() { lock (_children) { } }

    public void Grow() { lock (_children) { _tree.Touch(); } } // expect-any: LG1002
}

public class Tree
{
    private readonly object _root = new();

    public void Touch() { lock (_root) { } }

    public void Fall(Node node) { lock (_root) { (node as Inner)?.Visit(); } } // expect-any: LG1002
}
