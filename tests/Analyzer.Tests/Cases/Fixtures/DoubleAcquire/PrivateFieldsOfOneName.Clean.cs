public sealed class AsyncGate
{
    private readonly SemaphoreSlim _semaphore = new(1, 1);

    public void Enter() => _semaphore.Wait();

    public void Leave() => _semaphore.Release();
}

public class Table
{
    private readonly AsyncGate _gate = new();

    public virtual long Next()
    {
        _gate.Enter();
        try
        {
            return 1;
        }
        finally
        {
            _gate.Leave();
        }
    }
}

public class Sequence : Table
{
    private readonly AsyncGate _gate = new();

    public override long Next()
    {
        _gate.Enter();
        try
        {
            return base.Next();
        }
        finally
        {
            _gate.Leave();
        }
    }
}
