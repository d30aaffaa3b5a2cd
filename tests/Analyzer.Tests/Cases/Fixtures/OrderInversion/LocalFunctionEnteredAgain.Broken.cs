public sealed class Part
{
    public object Gate { get; } = new();
}

public sealed class Press
{
    private readonly object _left = new();
    private readonly object _right = new();
    private readonly object _tray = new();
    private readonly List<Part> _parts = [];

    public void Run()
    {
        object gate = _left;
        void Work()
        {
            lock (gate) { lock (_tray) { } } // expect-any: LG1002 a
        }

        Work();
        gate = _right;
        Work();
    }

    public void Empty()
    {
        lock (_tray) { lock (_right) { } } // expect-any: LG1002 a
    }

    public void Make()
    {
        var part = new Part();
        void Look()
        {
            lock (part.Gate) { lock (_parts) { } } // expect-any: LG1002 b
        }

        Look();
        _parts.Add(part);
        Look();
    }

    public void Drop()
    {
        lock (_parts)
        {
            foreach (Part part in _parts)
            {
                lock (part.Gate) { } // expect-any: LG1002 b
            }
        }
    }
}
