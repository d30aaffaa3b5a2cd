// The new part has its group when the setter runs: by its constructor, by a method, by somebody else's method.
public sealed class Group
{
    public readonly object Ode = new();
}

public class Part
{
    private byte _shape;

    public Part()
    {
    }

    public Part(Group group) => Join(group);

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

    public void SetParent(Group group) => Join(group);

    public void JoinAndLock(Group group)
    {
        Join(group);
        lock (Parent!.Ode)
        {
        }
    }

    private void Join(Group group) => Parent = group;
}

// No constructor is written down, but its initializer runs all the same.
public sealed class Whole
{
    public static readonly Group All = new();

    private Group _group = All;

    public Group? Other { get; set; }

    public void Leave() => _group = Other!;

    public void Touch()
    {
        lock (_group.Ode)
        {
        }
    }
}

public sealed class Db
{
    private readonly object _db1 = new();
    private readonly object _db2 = new();
    private readonly object _db3 = new();
    private readonly object _db4 = new();
    private readonly object _db5 = new();

    private static void Adopt(Part part, Group group) => part.SetParent(group);

    public void ByConstructor(Group group)
    {
        lock (_db1)
        {
            var part = new Part(group);
            part.Shape = 1; // expect-any: LG1002 one
        }
    }

    public void ByMethod(Group group)
    {
        lock (_db2)
        {
            var part = new Part();
            part.SetParent(group);
            part.Shape = 1; // expect-any: LG1002 two
        }
    }

    public void BySomebodyElse(Group group)
    {
        lock (_db3)
        {
            var part = new Part();
            Adopt(part, group);
            part.Shape = 1; // expect-any: LG1002 three
        }
    }

    public void ByTheCallItself(Group group)
    {
        lock (_db4)
        {
            var part = new Part();
            part.JoinAndLock(group); // expect-any: LG1002 four
        }
    }

    public void ByInitializer(Group group)
    {
        lock (_db5)
        {
            var whole = new Whole { Other = group };
            whole.Touch(); // expect-any: LG1002 five
        }
    }

    public void Remove1(Group group)
    {
        lock (group.Ode)
        {
            lock (_db1) // expect-any: LG1002 one
            {
            }
        }
    }

    public void Remove2(Group group)
    {
        lock (group.Ode)
        {
            lock (_db2) // expect-any: LG1002 two
            {
            }
        }
    }

    public void Remove3(Group group)
    {
        lock (group.Ode)
        {
            lock (_db3) // expect-any: LG1002 three
            {
            }
        }
    }

    public void Remove4(Group group)
    {
        lock (group.Ode)
        {
            lock (_db4) // expect-any: LG1002 four
            {
            }
        }
    }

    public void Remove5(Group group)
    {
        lock (group.Ode)
        {
            lock (_db5) // expect-any: LG1002 five
            {
            }
        }
    }
}
