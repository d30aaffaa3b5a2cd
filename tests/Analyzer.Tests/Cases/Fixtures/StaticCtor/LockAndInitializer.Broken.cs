public static class Catalogue
{
    public static readonly int Size;

    static Catalogue()
    {
        Size = Registry.Count(); // expect: LG1007
    }
}

public static class Registry
{
    private static readonly object s_entries = new();
    private static int s_count;

    public static int Count()
    {
        lock (s_entries) { return s_count; }
    }

    public static void Fill()
    {
        lock (s_entries)
        {
            s_count += Catalogue.Size;
        }
    }
}
