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

    public void Send() { lock (_events) { Hit?.Invoke(); } } // expect-any: LG1002
}

public abstract class World
{
    public abstract Actor AddPrim(string name);

    public abstract Actor AddAvatar();
}

public class FlatWorld : World
{
    public override Actor AddPrim(string name) => new Prim();

    public override Actor AddAvatar() => new Avatar();
}

public class OddWorld : FlatWorld
{
    public override Actor AddPrim(string name) => name is null ? AddAvatar() : base.AddPrim(name);
}

public class Part
{
    private readonly object _parts = new();

    public Actor Physics { get; set; }

    public void Init(World world) => Physics = world.AddPrim("part");

    public void Link() { lock (_parts) { Physics?.Unsubscribe(); } } // expect-any: LG1002

    public void Delete() { lock (_parts) { } }
}

public class Presence
{
    public Presence(Avatar avatar, Part part) => avatar.Hit += part.Delete;
}
