public static class Currency
{
    public static readonly int Base = Country.Home + 1; // expect-any: LG1007
}

public static class Country
{
    public static readonly int Home = Currency.Base + 1; // expect-any: LG1007
}
