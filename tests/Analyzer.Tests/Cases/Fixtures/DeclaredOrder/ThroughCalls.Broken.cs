public sealed class Bank
{
    private readonly object _vault = new();
    [AcquiredAfter("_vault")] private readonly object _teller = new();

    public void Withdraw()
    {
        lock (_teller)
        {
            Check(); // expect: LG1001
        }
    }

    private void Check() => Count();
    private void Count() { lock (_vault) { } }
}
