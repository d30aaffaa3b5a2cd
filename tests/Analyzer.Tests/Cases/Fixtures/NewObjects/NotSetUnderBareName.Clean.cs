// Methods that somebody else calls on a new part set something else, or nothing: it has no owner yet.
public sealed class Owner
{
    public readonly object Gate = new();

    public void Rename(Part part) => part.SetName("part");

    public void Detach(Part part) => part.Leave();

    public void Look(Part part) => part.Read();
}

public sealed class Part
{
    private Owner? _owner;
    private string? _name;

    public void SetOwner(Owner owner) => _owner = owner;

    public void SetName(string name) => _name = name;

    public void Leave() => _owner = null;

    public int Read() => _name?.Length ?? 0;

    public void Touch()
    {
        if (_owner != null)
        {
            lock (_owner.Gate)
            {
            }
        }
    }
}

public sealed class Db
{
    private readonly object _db = new();

    public void Load(Owner owner)
    {
        var part = new Part();
        lock (_db)
        {
            owner.Rename(part);
            owner.Detach(part);
            owner.Look(part);
            part.Touch();
        }

        part.SetOwner(owner);
    }

    public void Remove(Owner owner)
    {
        lock (owner.Gate)
        {
            lock (_db)
            {
            }
        }
    }
}
