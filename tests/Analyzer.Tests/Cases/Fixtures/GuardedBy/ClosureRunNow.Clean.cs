public sealed class Tally
{
    private readonly object _gate = new();
    [GuardedBy("_gate")] private int _count;

    public void Sum(List<int> items)
    {
        lock (_gate)
        {
            items.ForEach(item => _count += item);
        }
    }
}
