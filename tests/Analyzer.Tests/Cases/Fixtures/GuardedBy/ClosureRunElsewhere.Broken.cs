public sealed class Tally
{
    private readonly object _gate = new();
    [GuardedBy("_gate")] private int _count;

    public void Schedule()
    {
        lock (_gate)
        {
            ThreadPool.QueueUserWorkItem(_ => _count++); // expect: LG2001
        }
    }
}
