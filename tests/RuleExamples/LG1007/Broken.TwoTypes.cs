public static class Currencies
{
    public static readonly int Count;

    static Currencies()
    {
        Count = Countries.Count * 2; // LG1007
    }
}

public static class Countries
{
    public static readonly int Count;

    static Countries()
    {
        Count = Currencies.Count + 1; // LG1007
    }
}
