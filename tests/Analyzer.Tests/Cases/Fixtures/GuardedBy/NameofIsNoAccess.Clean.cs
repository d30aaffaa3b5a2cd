public sealed class Tally
{
    private readonly object _gate = new();
    [GuardedBy("_gate")] private int _count;

    public string Name => nameof(_count);

    public void Add()
    {
        lock (_gate) _count++;
    }
}
