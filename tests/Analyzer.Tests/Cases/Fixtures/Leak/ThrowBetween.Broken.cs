public sealed class Sink
{
    private readonly Lock _gate = new();

    public void Run(int level)
    {
        _gate.Enter(); // expect: LG2004
        if (level < 0) throw new ArgumentOutOfRangeException(nameof(level));
        _gate.Exit();
    }
}
