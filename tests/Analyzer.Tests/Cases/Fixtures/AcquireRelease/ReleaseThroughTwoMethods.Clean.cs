// The method that releases does so by another one; so does the one that acquires.
public static class Patient
{
    public static bool TryEnter(object gate) => Monitor.TryEnter(gate);

    public static void Exit(object gate) => Monitor.Exit(gate);
}

public sealed class ReentrantLock
{
    private readonly object _lock = new();

    public void Lock()
    {
        while (!Patient.TryEnter(_lock))
        {
            Thread.Yield();
        }
    }

    public void Unlock() => Patient.Exit(_lock);
}

public sealed class Queue
{
    private readonly ReentrantLock _global = new();
    private readonly object _slices = new();
    private int _count;

    public int Count()
    {
        _global.Lock();
        try
        {
            return _count;
        }
        finally
        {
            _global.Unlock();
        }
    }

    public void Add()
    {
        _global.Lock();
        try
        {
            _count++;
        }
        finally
        {
            _global.Unlock();
        }

        lock (_slices)
        {
            GC.KeepAlive(this);
        }
    }

    public void Apply()
    {
        lock (_slices)
        {
            Count();
        }
    }
}
