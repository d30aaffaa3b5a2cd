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
            lock (_prims)
            {
                _changes++;
            }
        }
    }

    public void Remove()
    {
        lock (_prims)
        {
            Apply(Change.Remove, null);
        }
    }

    private void Apply(Change change, Scene? other)
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

        if (other != null)
        {
            lock (other._ode)
            {
                _changes--;
            }
        }
    }

    private void Rebuild()
    {
        lock (_ode)
        {
            _changes = 0;
        }
    }
}
