using System;

public abstract class Actor
{
    public abstract void Unsubscribe();
}

public sealed class Prim : Actor
{
    public override void Unsubscribe() { }
}

public sealed class Avatar : Actor
{
    private readonly object _events = new();

    public event Action Hit;

    public override void Unsubscribe() { lock (_events) { } }

    public void Send() { lock (_events) { Hit?.Invoke(); } }
}

public abstract class World
{
    public abstract Actor AddPrim(string name);

    public virtual Actor AddPrim(string name, int size) => AddPrim(name);

    public abstract Actor AddAvatar();
}

public class FlatWorld : World
{
    public override Actor AddPrim(string name) => Make();

    public override Actor AddPrim(string name, int size)
    {
        if (size < 0)
        {
            return null;
        }

        return base.AddPrim(name, size);
    }

    public override Actor AddAvatar() => new Avatar();

    private static Actor Make()
    {
        Actor made = new Prim();
        return made;
    }
}

public class Part
{
    private readonly object _parts = new();

    public Actor Physics { get; set; }

    public void Init(World world)
    {
        Actor actor;
        try
        {
            actor = world.AddPrim("part", 1);
        }
        catch (InvalidOperationException)
        {
            actor = null;
        }

        Physics = actor;
    }

    public void Remove() => Physics = null;

    // Only World.AddPrim gives what is in Physics: an Avatar never is.
    public void Link() { lock (_parts) { Physics?.Unsubscribe(); } }

    public void Relink()
    {
        lock (_parts)
        {
            Actor actor = Physics;
            if (actor != null)
            {
                actor.Unsubscribe();
            }
        }
    }

    public void Delete() { lock (_parts) { } }
}

public class Presence
{
    public Presence(Avatar avatar, Part part) => avatar.Hit += part.Delete;
}
