public sealed class Cabin
{
    private readonly SemaphoreSlim _key = new(1, 1);

    public void Enter()
    {
        _key.Wait();
        try
        {
            Look(); // expect: LG1004
        }
        finally
        {
            _key.Release();
        }
    }

    private void Look()
    {
        _key.Wait();
        _key.Release();
    }
}
