public sealed class Tally
{
    private readonly object _gate = new();
    [GuardedBy("_gate")] private readonly List<int> _items = [];

    public IEnumerable<int> Items()
    {
        foreach (int item in _items) // expect: LG2001
        {
            yield return item;
        }
    }

    public void Add(int item)
    {
        lock (_gate) _items.Add(item);
    }
}
