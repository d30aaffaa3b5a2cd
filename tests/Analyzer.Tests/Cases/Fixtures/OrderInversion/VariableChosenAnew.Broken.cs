public sealed class Press
{
    private readonly object _left = new();
    private readonly object _right = new();
    private readonly object _tray = new();
    private int _runs;

    public void Run()
    {
        object gate = _left;
        gate = _runs > 3 ? _right : _left;
        lock (gate) { lock (_tray) { _runs++; } } // expect-any: LG1002
    }

    public void Empty()
    {
        lock (_tray) { lock (_right) { _runs = 0; } } // expect-any: LG1002
    }
}

public sealed class Mould
{
    private readonly object _own = new();
    private readonly object _tray = new();
    private int _runs;

    public void Run()
    {
        object? gate = null;
        gate ??= _own;
        lock (gate) { lock (_tray) { _runs++; } } // expect-any: LG1002 b
    }

    public void Empty()
    {
        lock (_tray) { lock (_own) { _runs = 0; } } // expect-any: LG1002 b
    }
}
