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
}

public class Dictionary
{
    public bool Find(ITypeTree tree) => tree.IsTypeOf(1);
}

public class Cache : ITypeTree
{
    private readonly object _gate = new();
    private readonly Table _table = new();
    private readonly ITypeTree _given;
    private readonly References _references = new();

    public Cache(ITypeTree given) => _given = given;

    public ITypeTree Settable { get; set; } = new Table();

    public bool IsTypeOf(int type) => Task.Run(() => type > 1).Result;

    public bool AskSelf()
    {
        lock (_gate)
        {
            return _references.Find(_table) && _references.Find(this); // expect: LG3002
        }
    }

    public bool AskGiven()
    {
        lock (_gate)
        {
            return _references.Find(_given); // expect: LG3002
        }
    }

    // A default for whoever sets another.
    public bool AskSettable()
    {
        lock (_gate)
        {
            return _references.Find(Settable); // expect: LG3002
        }
    }

    public bool AskEither(bool self)
    {
        lock (_gate)
        {
            return _references.Find(self ? this : _table); // expect: LG3002
        }
    }

    public bool AskAny(ITypeTree any)
    {
        lock (_gate)
        {
            return _references.Find(any); // expect: LG3002
        }
    }
}
