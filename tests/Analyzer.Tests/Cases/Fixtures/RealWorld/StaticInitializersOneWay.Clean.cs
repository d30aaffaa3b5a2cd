public static class Currency
{
    public static readonly int Base = Country.Home + 1;
}

public static class Country
{
    public static readonly int Home = int.Parse("1");
}
