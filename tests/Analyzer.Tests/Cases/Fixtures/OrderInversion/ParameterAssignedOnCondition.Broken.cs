public sealed class Group
{
    private readonly object _root = new();
    private readonly object _frames = new();
    private readonly object _modes = new();
    private readonly object _attached = new();
    private readonly object _late = new();
    private readonly object _own = new();
    private readonly List<int> _parts = [];
    private int _flags;

    public void Play()
    {
        lock (_frames) { lock (_root) { } }
        lock (_modes) { lock (_root) { } }
        lock (_attached) { lock (_root) { } }
        lock (_late) { lock (_root) { } }
        lock (_own) { lock (_root) { } }
    }

    public void Freeze()
    {
        lock (_root)
        {
            Update(true); // expect: LG1002
            SetMode(false); // expect: LG1002
            Attach(null); // expect: LG1002
            Later(false); // expect: LG1002
            Change(false); // expect: LG1002
        }
    }

    // Still true on one of the ways.
    private void Update(bool physics)
    {
        if (physics && _parts.Count > 10)
        {
            physics = false;
        }

        if (physics)
        {
            lock (_frames) { _flags = 0; }
        }
    }

    // Another constant on one of the ways.
    private void SetMode(bool mode)
    {
        if (_flags > 3)
        {
            mode = true;
        }

        if (mode)
        {
            lock (_modes) { _flags = 0; }
        }
    }

    // What it is then nobody knows.
    private void Attach(List<int>? parts)
    {
        if (_flags > 3)
        {
            parts = Find();
        }

        Look(parts);
    }

    private void Look(List<int>? parts)
    {
        if (parts is not null)
        {
            lock (_attached) { _flags = parts.Count; }
        }
    }

    private List<int>? Find() => _flags > 4 ? _parts : null;

    // Where nobody sees it.
    private void Later(bool late)
    {
        Set();
        if (late)
        {
            lock (_late) { _flags = 0; }
        }

        void Set() => late = true;
    }

    private void Change(bool own)
    {
        for (int turn = 0; turn < 2; turn++)
        {
            if (own)
            {
                lock (_own) { _flags = 0; }
            }

            own = !own;
        }
    }
}
