public sealed class Press
{
    private readonly object _left = new();
    private readonly object _right = new();
    private readonly object _other = new();
    private readonly object _tray = new();
    private int _runs;

    public void Run()
    {
        object gate = _left;
        gate = _runs > 3 ? _right : _other;
        lock (gate) { lock (_tray) { _runs++; } }
    }

    public void Empty()
    {
        lock (_tray) { lock (_left) { _runs = 0; } }
    }
}
