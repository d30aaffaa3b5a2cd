public sealed class Scoreboard
{
    private readonly object _gate = new();
    [GuardedBy("_gate")] private int _points;

    public void Parse(string text) => int.TryParse(text, out _points); // expect: LG2001

    public void Bump() => Interlocked.Increment(ref _points); // expect: LG2001

    public void ParseLocked(string text)
    {
        lock (_gate) _ = int.TryParse(text, out _points);
    }
}
