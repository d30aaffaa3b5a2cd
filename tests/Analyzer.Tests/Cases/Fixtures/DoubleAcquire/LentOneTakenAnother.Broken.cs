// What the callee gives back is not what it takes; and what it takes back then comes under the other.
public sealed class Recovery
{
    private readonly SemaphoreSlim _entities = new(1, 1);
    private readonly SemaphoreSlim _channels = new(1, 1);

    public void Recover()
    {
        _entities.Wait();
        _channels.Wait();
        try
        {
            RecoverAll(); // expect: LG1002, LG1004
        }
        finally
        {
            _channels.Release();
            _entities.Release();
        }
    }

    private void RecoverAll()
    {
        _entities.Release();
        _channels.Wait();
        _channels.Release();
        _entities.Wait();
    }
}
