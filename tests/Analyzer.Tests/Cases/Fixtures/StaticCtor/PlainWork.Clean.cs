public static class Catalogue
{
    public static readonly int Size;

    static Catalogue()
    {
        Size = Count();
    }

    private static int Count() => 3;
}
