public sealed class Warehouse
{
    private readonly object _doors = new();
    private readonly object _items = new();
    private int _count;

    public void Take()
    {
        lock (_doors)
        {
            lock (_items)
            {
                while (_count == 0)
                {
                    Monitor.Wait(_items); // LG3005
                }

                _count--;
            }
        }
    }

    public void Put()
    {
        lock (_doors)
        {
            lock (_items)
            {
                _count++;
                Monitor.Pulse(_items);
            }
        }
    }
}
