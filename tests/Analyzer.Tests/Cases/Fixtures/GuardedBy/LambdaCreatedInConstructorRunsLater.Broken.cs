public sealed class Scoreboard
{
    private readonly object _gate = new();
    [GuardedBy("_gate")] private int _points;
    private readonly Timer _timer;

    public Scoreboard() => _timer = new Timer(_ => _points++); // expect: LG2001

    public void Stop()
    {
        lock (_gate) _points = 0;
        _timer.Dispose();
    }
}
