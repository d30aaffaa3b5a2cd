public sealed class Ids
{
    private static int s_next;

    public static int Next()
    {
        lock (typeof(Ids)) // LG3004
        {
            return ++s_next;
        }
    }
}
