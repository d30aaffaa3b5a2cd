public sealed class Part
{
    public object Gate { get; } = new();
}

public sealed class Press
{
    private readonly object _left = new();
    private readonly object _right = new();
    private readonly object _tray = new();
    private readonly object _other = new();
    private readonly List<Part> _parts = [];

    public void Run()
    {
        object gate = _left;
        void Work()
        {
            lock (gate) { lock (_tray) { } }
        }

        Work();
        gate = _right;
        Work();
        gate = _other;
    }

    public void Empty()
    {
        lock (_right) { lock (_tray) { } }
        lock (_tray) { lock (_other) { } }
    }

    public void Make()
    {
        var part = new Part();
        void Look()
        {
            lock (part.Gate) { lock (_parts) { } }
        }

        Look();
        Look();
        _parts.Add(part);
    }

    public void Drop()
    {
        lock (_parts)
        {
            foreach (Part part in _parts)
            {
                lock (part.Gate) { }
            }
        }
    }
}
