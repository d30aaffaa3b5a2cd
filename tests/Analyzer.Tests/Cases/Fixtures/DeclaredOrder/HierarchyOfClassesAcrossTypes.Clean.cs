[assembly: LockOrder("shop.catalog", "shop.basket", "shop.payment")]

public sealed class Catalog
{
    [LockClass("shop.catalog")] internal readonly object Gate = new();
}

public sealed class Basket(Catalog catalog)
{
    [LockClass("shop.basket")] internal readonly Lock Gate = new();

    public void Add(Payment payment)
    {
        lock (catalog.Gate)
        {
            lock (Gate)
            {
                payment.Pay();
            }
        }
    }
}

public sealed class Payment
{
    [LockClass("shop.payment")] private readonly SemaphoreSlim _gate = new(1, 1);

    public void Pay()
    {
        _gate.Wait();
        _gate.Release();
    }
}
