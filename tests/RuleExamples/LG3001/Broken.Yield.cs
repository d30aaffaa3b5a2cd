public sealed class Listing
{
    private readonly object _gate = new();
    private readonly List<int> _items = [1, 2, 3];

    public IEnumerable<int> Items()
    {
        lock (_gate)
        {
            foreach (int item in _items)
            {
                yield return item; // LG3001
            }
        }
    }
}
