public sealed class Tally
{
    private readonly object _gate = new();
    [GuardedBy("_gate")] private int _count;

    public void Schedule() => Task.Run(() =>
    {
        lock (_gate)
        {
            _count++;
        }
    });
}
