public sealed class Cabin
{
    private readonly SemaphoreSlim _key = new(1, 1);

    public void Enter()
    {
        _key.Wait();
        try
        {
            LookCore();
        }
        finally
        {
            _key.Release();
        }
    }

    private void LookCore() { }
}
