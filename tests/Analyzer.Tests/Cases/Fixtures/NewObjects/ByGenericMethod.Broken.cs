// Generic methods of the object itself set its members and hand it on like any other.
public sealed class Group
{
    public readonly object Ode = new();
}

public sealed class Part
{
    private Group? _group;

    public Part(Group group) => Join<int>(group);

    private void Join<T>(Group group) => _group = group;

    public void Touch()
    {
        lock (_group!.Ode)
        {
        }
    }
}

public sealed class Db
{
    private readonly object _db = new();

    public void Load(Group group)
    {
        lock (_db)
        {
            var part = new Part(group);
            part.Touch(); // expect-any: LG1002 part
        }
    }

    public void Remove(Group group)
    {
        lock (group.Ode)
        {
            lock (_db) // expect-any: LG1002 part
            {
            }
        }
    }
}

public sealed class Registered
{
    private static readonly List<object> s_all = [];

    public readonly object Gate = new();

    public Registered() => Enter<Registered>();

    private void Enter<T>() => s_all.Add(this);
}

public sealed class User
{
    private readonly object _other = new();

    public void Open()
    {
        var one = new Registered();
        lock (one.Gate)
        {
            lock (_other) // expect-any: LG1002 registered
            {
            }
        }
    }

    public void Close(Registered one)
    {
        lock (_other)
        {
            lock (one.Gate) // expect-any: LG1002 registered
            {
            }
        }
    }
}
