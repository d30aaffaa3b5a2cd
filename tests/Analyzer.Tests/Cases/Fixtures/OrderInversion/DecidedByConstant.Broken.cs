public enum Change
{
    Add,
    Remove,
    Rebuild,
}

public sealed class Scene
{
    private readonly object _prims = new();
    private readonly object _ode = new();
    private int _changes;

    public void Simulate()
    {
        lock (_ode)
        {
            lock (_prims) // expect-any: LG1002
            {
                _changes++;
            }
        }
    }

    public void Remove()
    {
        lock (_prims)
        {
            Apply(Change.Rebuild); // expect-any: LG1002
        }
    }

    private void Apply(Change change)
    {
        switch (change)
        {
            case Change.Add:
                _changes++;
                break;
            case Change.Rebuild:
                Rebuild();
                break;
        }
    }

    private void Rebuild()
    {
        lock (_ode) // expect-any: LG1002
        {
            _changes = 0;
        }
    }
}
