public sealed class Vault
{
    private readonly object _door = new();
    private readonly object _gold = new();

    public void Deposit()
    {
        lock (_door)
        {
            lock (_gold)
            {
                Check();
            }
        }
    }

    private void Check()
    {
        lock (_door)
        {
            lock (_gold) { }
        }
    }
}
