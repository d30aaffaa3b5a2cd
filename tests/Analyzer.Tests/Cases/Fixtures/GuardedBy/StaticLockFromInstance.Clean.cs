public sealed class Tally
{
    private static readonly object s_gate = new();
    [GuardedBy("s_gate")] private int _count;

    public void Add()
    {
        lock (s_gate) _count++;
    }
}
