public sealed class Scoreboard
{
    private readonly object _gate = new();
    [GuardedBy("_gate")] private int _points = 3;
    [GuardedBy("_gate")] private readonly List<int> _history;

    public Scoreboard()
    {
        _points = 4;
        _history = [_points];
    }

    public int Count { get { lock (_gate) return _history.Count + _points; } }
}
