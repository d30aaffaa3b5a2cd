public static class Tally
{
    private static readonly object s_gate = new();
    [GuardedBy("s_gate")] private static int s_count;

    public static int Count => s_count; // expect: LG2001

    public static void Add()
    {
        lock (s_gate) s_count++;
    }
}
