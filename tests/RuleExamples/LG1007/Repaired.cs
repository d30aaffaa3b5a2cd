public static class Rates
{
    private static int s_loaded;

    public static int Loaded => s_loaded;

    public static void Initialize()
    {
        var loader = new Thread(() => Load());
        loader.Start();
        loader.Join();
    }

    private static void Load() => s_loaded++;
}
