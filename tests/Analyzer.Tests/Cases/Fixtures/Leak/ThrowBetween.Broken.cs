public sealed class Sink
{
    private readonly Lock _gate = new();

    public void Run(int level)
    {
        _gate.Enter(); // known-miss: LG2004 an explicit throw without a handler
        if (level < 0) throw new ArgumentOutOfRangeException(nameof(level));
        _gate.Exit();
    }
}
