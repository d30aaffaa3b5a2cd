public sealed class Wallet(int id)
{
    private readonly Lock _gate = new();
    private int _coins;

    public int Id => id;

    public void Give(Wallet other, int coins)
    {
        Wallet first = Id < other.Id ? this : other;
        Wallet second = Id < other.Id ? other : this;
        lock (first._gate)
        {
            lock (second._gate)
            {
                _coins -= coins;
                other._coins += coins;
            }
        }
    }
}
