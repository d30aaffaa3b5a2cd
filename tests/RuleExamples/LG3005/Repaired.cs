public sealed class Warehouse
{
    private readonly object _items = new();
    private int _count;

    public void Take()
    {
        lock (_items)
        {
            while (_count == 0)
            {
                Monitor.Wait(_items);
            }

            _count--;
        }
    }

    public void Put()
    {
        lock (_items)
        {
            _count++;
            Monitor.Pulse(_items);
        }
    }
}
