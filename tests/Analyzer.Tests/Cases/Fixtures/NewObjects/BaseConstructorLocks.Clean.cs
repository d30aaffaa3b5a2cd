// What the base locks is its own, or its other constructor does it, or always in one order.
public static class World
{
    public static readonly object Gate = new();
}

public abstract class Entity
{
    public readonly object Own = new();

    protected Entity()
    {
        lock (Own)
        {
            lock (World.Gate)
            {
            }
        }
    }

    protected Entity(int id) => Id = id;

    public int Id { get; }
}

public sealed class Player : Entity
{
}

public sealed class Named(int id) : Entity(id)
{
    public string? Name { get; set; }
}

public sealed class Explicit : Entity
{
    public Explicit(int id)
        : base(id)
    {
    }
}

public sealed class Game
{
    private readonly object _before = new();
    private readonly object _after = new();

    public void JoinBefore()
    {
        lock (_before)
        {
            _ = new Player();
        }
    }

    public void JoinAfter()
    {
        lock (_after)
        {
            _ = new Named(1);
            _ = new Explicit(2);
        }
    }

    public void Tick(Entity entity)
    {
        lock (_before)
        {
            lock (World.Gate)
            {
                lock (entity.Own)
                {
                    lock (_after)
                    {
                    }
                }
            }
        }
    }
}

// The base keeps its object to itself, and so does whoever makes one.
public abstract class Plugin
{
    private readonly List<Plugin> _all = [];

    public readonly object Gate = new();

    protected Plugin() => _all.Add(this);

    public int Count => _all.Count;
}

public sealed class Quiet : Plugin
{
    private readonly object _other = new();

    public Quiet()
    {
        lock (Gate)
        {
            lock (_other)
            {
            }
        }
    }

    public void Use()
    {
        lock (_other)
        {
            lock (Gate)
            {
            }
        }
    }
}

public sealed class Plain : Plugin
{
}

public sealed class Host
{
    private readonly object _other = new();

    public void Start()
    {
        var plain = new Plain();
        lock (plain.Gate)
        {
            lock (_other)
            {
            }
        }
    }

    public void Stop(Plugin plugin)
    {
        lock (_other)
        {
            lock (plugin.Gate)
            {
            }
        }
    }
}
