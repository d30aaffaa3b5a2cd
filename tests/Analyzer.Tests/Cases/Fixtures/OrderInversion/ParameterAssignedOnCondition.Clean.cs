public sealed class Group
{
    private readonly object _root = new();
    private readonly object _frames = new();
    private readonly object _modes = new();
    private readonly object _attached = new();
    private readonly object _late = new();
    private readonly List<int> _parts = [];
    private int _flags;

    public void Play()
    {
        lock (_frames) { lock (_root) { } }
        lock (_modes) { lock (_root) { } }
        lock (_attached) { lock (_root) { } }
        lock (_late) { lock (_root) { } }
    }

    public void Freeze()
    {
        lock (_root)
        {
            SetPhysics(false);
            SetMode(1);
            Attach(null);
            Later(0);
        }
    }

    private void SetPhysics(bool physics) => Update(physics, false);

    // Assigned only where it is true.
    private void Update(bool physics, bool phantom)
    {
        if (physics)
        {
            foreach (int part in _parts)
            {
                if (part > 10)
                {
                    physics = false;
                    break;
                }
            }
        }

        if (_parts.Count > 1)
        {
            _flags++;
        }

        Apply(physics, phantom);
    }

    private void Apply(bool physics, bool phantom)
    {
        if (phantom)
        {
            _flags++;
        }

        if (physics)
        {
            lock (_frames) { _flags = 0; }
        }
    }

    // The same constant on every way.
    private void Attach(List<int>? parts)
    {
        if (_flags > 3)
        {
            parts = null;
        }

        if (parts is not null)
        {
            lock (_attached) { _flags = parts.Count; }
        }
    }

    // Assigned only behind the test.
    private void Later(uint late)
    {
        if (late > 0)
        {
            _flags++;
        }

        if (late != 0)
        {
            lock (_late) { _flags = 0; }
        }

        late = 1;
        _flags += (int)late;
    }

    private void SetMode(uint mode) => SetMode(mode, again: true);

    private void SetMode(uint mode, bool again)
    {
        bool succeeded = true;
        try
        {
            _flags += again ? 1 : 0;
        }
        catch (InvalidOperationException)
        {
            succeeded = false;
            throw;
        }
        finally
        {
            int pending = Interlocked.Decrement(ref _flags);
            if (succeeded && pending < 2)
            {
                if (mode == 1)
                {
                    _flags++;
                }
                else
                {
                    lock (_modes) { _flags = 0; }
                }
            }
        }
    }
}
