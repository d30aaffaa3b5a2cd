// Who could not have the queue leaves it to whoever has it; so nobody waits for it while he runs, though it is taken once more inside.
public sealed class Deleter
{
    private readonly object _queue = new();
    private readonly object _run = new();

    public void Run()
    {
        lock (_run)
        {
            Delete();
        }
    }

    public void Delete()
    {
        if (Monitor.TryEnter(_queue))
        {
            try
            {
                Drain();
            }
            finally
            {
                Monitor.Exit(_queue);
            }
        }
    }

    public void Drain()
    {
        lock (_queue)
        {
            Serialize();
        }
    }

    public void Serialize()
    {
        lock (_run)
        {
        }
    }
}
