public sealed class Purse
{
    private static readonly object s_rates = new();
    private static readonly object s_bank = new();

    public int Coins { get; init; }

    public static Purse operator +(Purse left, Purse right)
    {
        lock (s_rates)
        {
            return new Purse { Coins = left.Coins + right.Coins };
        }
    }

    public static Purse Pool(Purse left, Purse right)
    {
        lock (s_bank)
        {
            return left + right; // expect-any: LG1002
        }
    }

    public static void Settle()
    {
        lock (s_rates)
        {
            lock (s_bank) { } // expect-any: LG1002
        }
    }
}
