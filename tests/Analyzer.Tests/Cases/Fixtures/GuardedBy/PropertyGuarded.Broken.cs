public sealed class Scoreboard
{
    private readonly object _gate = new();
    [GuardedBy("_gate")] private int Points { get; set; }

    public int Show() => Points; // expect: LG2001

    public void Reset()
    {
        lock (_gate) Points = 0;
    }
}
