[assembly: LockOrder("shop.catalog", "shop.basket", "shop.payment")]

public sealed class Catalog
{
    [LockClass("shop.catalog")] internal readonly object Gate = new();
}

public sealed class Basket(Catalog catalog)
{
    [LockClass("shop.basket")] internal readonly Lock Gate = new();

    public void Add()
    {
        lock (catalog.Gate)
        {
            lock (Gate) { }
        }
    }
}

public sealed class Payment(Catalog catalog)
{
    [LockClass("shop.payment")] private readonly SemaphoreSlim _gate = new(1, 1);

    public void Pay()
    {
        _gate.Wait();
        try
        {
            lock (catalog.Gate) { } // expect: LG1001
        }
        finally
        {
            _gate.Release();
        }
    }
}
