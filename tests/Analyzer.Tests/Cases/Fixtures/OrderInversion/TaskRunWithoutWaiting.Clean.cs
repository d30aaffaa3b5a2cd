public sealed class Miner
{
    private readonly object _shaft = new();
    private readonly object _cart = new();

    public void Dig()
    {
        lock (_shaft)
        {
            _ = Task.Run(() =>
            {
                lock (_cart) { }
            });
        }
    }

    public void Haul()
    {
        lock (_cart)
        {
            lock (_shaft) { }
        }
    }
}
