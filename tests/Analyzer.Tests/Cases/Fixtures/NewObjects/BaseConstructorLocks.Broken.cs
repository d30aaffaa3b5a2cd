// A type without a constructor of its own, or with one that does not say `: base()`, runs that of its base.
public static class World
{
    public static readonly object Gate = new();
}

public abstract class Entity
{
    protected Entity()
    {
        lock (World.Gate)
        {
        }
    }
}

public class Player : Entity
{
}

public sealed class Named(string name) : Entity
{
    public string Name { get; } = name;
}

public sealed class Explicit : Entity
{
    public Explicit(int id) => Id = id;

    public int Id { get; }
}

public sealed class Far : Player
{
}

public sealed class FarExplicit : Player
{
    public FarExplicit(int id) => Id = id;

    public int Id { get; }
}

public sealed class Game
{
    private readonly object _farExplicit = new();
    private readonly object _default = new();
    private readonly object _primary = new();
    private readonly object _explicit = new();
    private readonly object _far = new();

    public void JoinDefault()
    {
        lock (_default)
        {
            _ = new Player(); // expect-any: LG1002 default
        }
    }

    public void JoinPrimary()
    {
        lock (_primary)
        {
            _ = new Named("a"); // expect-any: LG1002 primary
        }
    }

    public void JoinExplicit()
    {
        lock (_explicit)
        {
            _ = new Explicit(1); // expect-any: LG1002 explicit
        }
    }

    public void JoinFarExplicit()
    {
        lock (_farExplicit)
        {
            _ = new FarExplicit(1); // expect-any: LG1002 far explicit
        }
    }

    // Nothing here tells of a lock: the way leads from the type to the base of its base.
    private static object Make() => new Far();

    public void JoinFar()
    {
        lock (_far)
        {
            Make(); // expect-any: LG1002 far
        }
    }

    public void Tick()
    {
        lock (World.Gate)
        {
            lock (_default) // expect-any: LG1002 default
            {
            }

            lock (_primary) // expect-any: LG1002 primary
            {
            }

            lock (_explicit) // expect-any: LG1002 explicit
            {
            }

            lock (_farExplicit) // expect-any: LG1002 far explicit
            {
            }

            lock (_far) // expect-any: LG1002 far
            {
            }
        }
    }
}

// The base locks what the parameter of the derived type leads to.
public sealed class Room
{
    public readonly object Gate = new();
}

public abstract class Guest
{
    protected Guest(int floor, Room room)
    {
        Floor = floor;
        lock (room.Gate)
        {
        }
    }

    public int Floor { get; }
}

public sealed class Child(Room room) : Guest(1, room);

public sealed class Hotel
{
    private readonly object _desk = new();

    public void Welcome(Room room)
    {
        lock (_desk)
        {
            _ = new Child(room); // expect-any: LG1002 room
        }
    }

    public void Clean(Room room)
    {
        lock (room.Gate)
        {
            lock (_desk) // expect-any: LG1002 room
            {
            }
        }
    }
}

// The base hands its object on.
public abstract class Plugin
{
    private static readonly List<Plugin> s_all = [];

    public readonly object Gate = new();

    protected Plugin() => s_all.Add(this);
}

public class Silent : Plugin
{
}

public sealed class Loud : Plugin
{
    public Loud(int volume) => Volume = volume;

    public int Volume { get; }
}

public sealed class Host
{
    private readonly object _silent = new();
    private readonly object _loud = new();

    public void Start()
    {
        var silent = new Silent();
        lock (silent.Gate)
        {
            lock (_silent) // expect-any: LG1002 silent
            {
            }
        }

        var loud = new Loud(1);
        lock (loud.Gate)
        {
            lock (_loud) // expect-any: LG1002 loud
            {
            }
        }
    }

    public void Stop(Plugin plugin)
    {
        lock (_silent)
        {
            lock (plugin.Gate) // expect-any: LG1002 silent
            {
            }
        }

        lock (_loud)
        {
            lock (plugin.Gate) // expect-any: LG1002 loud
            {
            }
        }
    }
}

// The constructor knows it, too: what it locks after the base of its base has handed it on others may hold.
public sealed class Registered : Silent
{
    private readonly object _other = new();

    public Registered()
    {
        lock (Gate)
        {
            lock (_other) // expect-any: LG1002 registered
            {
            }
        }
    }

    public void Use()
    {
        lock (_other)
        {
            lock (Gate) // expect-any: LG1002 registered
            {
            }
        }
    }
}
