public sealed class Pipe<T>
{
    private readonly object _in = new();
    private readonly object _out = new();
    private readonly Queue<T> _items = new();

    public void Push(T item)
    {
        lock (_in)
        {
            lock (_out) // expect-any: LG1002
            {
                _items.Enqueue(item);
            }
        }
    }

    public T Pull()
    {
        lock (_out)
        {
            lock (_in) // expect-any: LG1002
            {
                return _items.Dequeue();
            }
        }
    }
}
