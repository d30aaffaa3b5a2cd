// Two methods nest two of one class; each is a defect of its own.
using LockGraph;

namespace Parity.LockSameClassTwoPlaces;

public sealed class Wallet
{
    private readonly TrackedLock _coins = new();
    private int _amount;

    public static void Run()
    {
        var mine = new Wallet();
        var yours = new Wallet();
        mine.Give(yours, 5);
        mine.Take(yours, 3);
    }

    public void Give(Wallet other, int coins)
    {
        using (_coins.EnterScope())
        {
            using (other._coins.EnterScope()) // expect: LG1003 Wallet._coins
            {
                _amount -= coins;
                other._amount += coins;
            }
        }
    }

    public void Take(Wallet other, int coins)
    {
        using (_coins.EnterScope())
        {
            using (other._coins.EnterScope()) // expect: LG1003 Wallet._coins
            {
                _amount += coins;
                other._amount -= coins;
            }
        }
    }
}
