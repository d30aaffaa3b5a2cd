using System.Threading.Tasks;

public interface ITypeTree
{
    bool IsTypeOf(int type);
}

public class Table : ITypeTree
{
    public bool IsTypeOf(int type) => true;
}

public class References
{
    private readonly Dictionary _all = new();

    public bool Find(ITypeTree tree) => tree != null && _all.Find(tree);

    public bool FindIn(ITypeTree tree)
    {
        bool found = false;
        foreach (int type in new[] { 1, 2 })
        {
            found |= tree.IsTypeOf(type);
        }

        return found;
    }
}

public class Dictionary
{
    public bool Find(ITypeTree tree) => tree.IsTypeOf(1);
}

public class Cache : ITypeTree
{
    private readonly object _gate = new();
    private readonly Table _table = new();
    private readonly ITypeTree _other;
    private readonly References _references = new();

    public Cache() => _other = new Table();

    public bool IsTypeOf(int type) => Task.Run(() => type > 1).Result;

    public bool Ask()
    {
        lock (_gate)
        {
            return _references.Find(_table) && _references.FindIn(_table);
        }
    }

    public bool AskOther()
    {
        lock (_gate)
        {
            return _references.Find(_other) && _references.Find(null) && _references.Find(new Table());
        }
    }
}
