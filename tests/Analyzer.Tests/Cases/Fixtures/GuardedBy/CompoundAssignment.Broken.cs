public sealed class Scoreboard
{
    private readonly object _gate = new();
    [GuardedBy("_gate")] private int _points;

    public void Add(int points) => _points += points; // expect: LG2001

    public void AddLocked(int points)
    {
        lock (_gate) _points += points;
    }
}
