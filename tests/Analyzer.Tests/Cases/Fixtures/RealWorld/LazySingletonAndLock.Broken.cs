public static class Store
{
    private static readonly object s_gate = new();
    private static readonly Lazy<string> s_root = new(() =>
    {
        lock (s_gate) // expect-any: LG1002
        {
            return "root";
        }
    });

    public static string Read()
    {
        lock (s_gate)
        {
            return s_root.Value; // expect-any: LG1002
        }
    }
}
