public abstract class Part
{
    protected readonly Lock Sync;

    protected Part(Lock sync)
    {
        Sync = sync;
    }
}

public sealed class Door : Part
{
    private readonly Lock _hinge = new();

    public Door(Lock sync) : base(sync)
    {
    }

    public void Open()
    {
        lock (_hinge)
        {
            lock (Sync) { } // expect-any: LG1002
        }
    }

    public void Oil()
    {
        lock (_hinge) { }
    }
}

public sealed class House
{
    private readonly Lock _plan = new();
    private readonly Door _door;

    public House() => _door = new Door(_plan);

    public void Repair()
    {
        lock (_plan)
        {
            _door.Oil(); // expect-any: LG1002
        }
    }
}
