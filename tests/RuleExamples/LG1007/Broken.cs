public static class Rates
{
    private static int s_loaded;

    static Rates()
    {
        var loader = new Thread(() => Load());
        loader.Start();
        loader.Join(); // LG1007
    }

    public static int Loaded => s_loaded;

    private static void Load() => s_loaded++;
}
