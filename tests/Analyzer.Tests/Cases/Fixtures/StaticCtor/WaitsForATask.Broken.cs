public static class Catalogue
{
    public static readonly int Size;

    static Catalogue()
    {
        Size = Task.Run(() => Count()).Result; // expect: LG1007
    }

    private static int Count() => 3;
}
