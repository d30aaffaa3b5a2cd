public sealed class Match
{
    public readonly object Gate = new();
}

public sealed class Player(Match match)
{
    private readonly Match _match = match;
    [GuardedBy("_match.Gate")] private int _goals;

    public void Goal()
    {
        lock (_match.Gate) _goals++;
    }

    public int Goals => _goals; // expect: LG2001
}
