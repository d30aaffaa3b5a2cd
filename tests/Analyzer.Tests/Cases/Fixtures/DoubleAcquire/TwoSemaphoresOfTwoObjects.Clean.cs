public sealed class Locker
{
    private readonly SemaphoreSlim _door = new(1, 1);
    private readonly SemaphoreSlim _shelf = new(1, 1);

    public void Store()
    {
        _door.Wait();
        _shelf.Wait();
        _shelf.Release();
        _door.Release();
    }
}
