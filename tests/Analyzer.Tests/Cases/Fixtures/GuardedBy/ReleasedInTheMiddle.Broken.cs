public sealed class Tally
{
    private readonly object _gate = new();
    [GuardedBy("_gate")] private int _count;

    public void Add()
    {
        Monitor.Enter(_gate);
        _count++;
        Monitor.Exit(_gate);
        _count++; // expect: LG2001
        Monitor.Enter(_gate);
        _count++;
        Monitor.Exit(_gate);
    }
}
