public static class Catalogue
{
    private static readonly object s_pages = new();
    private static int s_size;

    static Catalogue()
    {
        s_size = Registry.Count();
        lock (s_pages) { s_size++; }
    }

    public static int Size => s_size;

    public static void Refresh()
    {
        lock (s_pages)
        {
            Registry.Fill(s_size);
        }
    }
}

public static class Registry
{
    private static readonly object s_entries = new();
    private static readonly object s_log = new();
    private static int s_count;

    public static int Count()
    {
        lock (s_entries) { return s_count; }
    }

    public static void Fill(int size)
    {
        lock (s_log) { s_count = size; }
    }

    public static void Read()
    {
        int size = Catalogue.Size;
        lock (s_entries) { s_count += size; }
    }
}
