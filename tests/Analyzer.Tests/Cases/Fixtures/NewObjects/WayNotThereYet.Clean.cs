// The lock lies far behind the group that the new part does not have: no place names it, but the way to it leads through the group.
public sealed class Physics
{
    private readonly object _ode = new();

    public void Add(string name)
    {
        lock (_ode)
        {
            GC.KeepAlive(name);
        }
    }

    public void Remove(Db db)
    {
        lock (_ode)
        {
            db.Delete();
        }
    }
}

public sealed class Graph
{
    private Physics? _physics;

    public Physics Physics
    {
        get
        {
            _physics ??= new Physics();
            return _physics;
        }
    }
}

public sealed class Scene
{
    private readonly Graph _graph = new();

    public Graph Graph => _graph;
}

public sealed class Group
{
    public Scene Scene { get; } = new();
}

public sealed class Part
{
    private Group? _parent;
    private byte _shape;

    public Group? Parent
    {
        get { return _parent; }
        private set { _parent = value; }
    }

    public byte Shape
    {
        get => _shape;
        set
        {
            byte old = _shape;
            _shape = value;
            if (_shape != old && Parent != null)
            {
                Apply();
            }
        }
    }

    public void SetParent(Group group) => Parent = group;

    private void Apply() => AddToPhysics();

    private void AddToPhysics() => Parent!.Scene.Graph.Physics.Add("part");
}

public sealed class Db
{
    private readonly object _db = new();

    private static Part Build(byte shape)
    {
        var part = new Part();
        part.Shape = shape;
        return part;
    }

    public void Load(Group group)
    {
        lock (_db)
        {
            Part part = Build(1);
            part.SetParent(group);
        }
    }

    public void Delete()
    {
        lock (_db)
        {
        }
    }
}
