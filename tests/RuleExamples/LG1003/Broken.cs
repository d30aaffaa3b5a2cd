public sealed class Wallet(int id)
{
    private readonly Lock _gate = new();
    private int _coins;

    public int Id => id;

    public void Give(Wallet other, int coins)
    {
        lock (_gate)
        {
            lock (other._gate) // LG1003
            {
                _coins -= coins;
                other._coins += coins;
            }
        }
    }
}
