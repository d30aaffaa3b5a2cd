public sealed class Bank
{
    private readonly object _vault = new();
    [AcquiredAfter("_vault")] private readonly object _teller = new();

    public void Withdraw()
    {
        lock (_vault)
        {
            Serve();
        }
    }

    private void Serve() => Queue();
    private void Queue() { lock (_teller) { } }
}
