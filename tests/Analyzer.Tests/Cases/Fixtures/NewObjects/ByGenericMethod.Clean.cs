// A generic method of the object that sets something else, and hands nothing on.
public sealed class Group
{
    public readonly object Ode = new();
}

public sealed class Part
{
    private Group? _group;
    private string? _name;

    public readonly object Gate = new();

    public Part() => Name<int>();

    private void Name<T>() => _name = typeof(T).Name;

    public void Join<T>(Group group) => _group = group;

    public void Touch()
    {
        if (_group != null)
        {
            lock (_group.Ode)
            {
                Console.WriteLine(_name);
            }
        }
    }
}

public sealed class Db
{
    private readonly object _db = new();

    public void Load(Group group)
    {
        var part = new Part();
        lock (_db)
        {
            part.Touch();
        }

        lock (part.Gate)
        {
            lock (_db)
            {
            }
        }

        part.Join<int>(group);
    }

    public void Remove(Group group, Part part)
    {
        lock (group.Ode)
        {
            lock (_db)
            {
                lock (part.Gate)
                {
                }
            }
        }
    }
}
