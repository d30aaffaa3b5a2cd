public static class Prices
{
    internal static readonly object Gate = new();

    public static void Reload()
    {
        lock (Gate)
        {
            Rates.Reload(); // expect-any: LG1002
        }
    }

    public static int Of(int item) { lock (Gate) { return item; } }
}

public static class Rates
{
    internal static readonly object Gate = new();

    public static void Reload() { lock (Gate) { } }

    public static int Convert(int item)
    {
        lock (Gate)
        {
            return Prices.Of(item); // expect-any: LG1002
        }
    }
}
