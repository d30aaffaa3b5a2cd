// A field has a value once somebody else's method has set it, whatever the code calls it: `_owner = owner` as well as `this._owner = owner`.
public sealed class Owner
{
    public readonly object Gate = new();

    public void Attach(Part part) => part.SetOwner(this);

    public void AttachDeep(Part part) => part.Join(this);
}

public sealed class Part
{
    private Owner? _owner;

    public void SetOwner(Owner owner)
    {
        _owner = owner;
    }

    public void Join(Owner owner) => SetOwner(owner);

    public void Touch()
    {
        lock (_owner!.Gate)
        {
        }
    }
}

public sealed class Db
{
    private readonly object _db = new();
    private readonly object _deep = new();

    public void Load(Owner owner)
    {
        lock (_db)
        {
            var part = new Part();
            owner.Attach(part);
            part.Touch(); // expect-any: LG1002 bare
        }
    }

    public void LoadDeep(Owner owner)
    {
        lock (_deep)
        {
            var part = new Part();
            owner.AttachDeep(part);
            part.Touch(); // expect-any: LG1002 deep
        }
    }

    public void Remove(Owner owner)
    {
        lock (owner.Gate)
        {
            lock (_db) // expect-any: LG1002 bare
            {
            }

            lock (_deep) // expect-any: LG1002 deep
            {
            }
        }
    }
}
