// A new part has no group yet: what the setter does with the group of another part, it does not do with this one.
public sealed class Group
{
    public readonly object Ode = new();
}

public sealed class Part
{
    private byte _shape;

    public Group? Parent { get; private set; }

    public byte Shape
    {
        get => _shape;
        set
        {
            byte old = _shape;
            _shape = value;
            if (_shape != old && Parent != null)
            {
                lock (Parent.Ode)
                {
                }
            }
        }
    }

    public void SetParent(Group group) => Parent = group;
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

    public void Remove(Group group)
    {
        lock (group.Ode)
        {
            lock (_db)
            {
            }
        }
    }
}
