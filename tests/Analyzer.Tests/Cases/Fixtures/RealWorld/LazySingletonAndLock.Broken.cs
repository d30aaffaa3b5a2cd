public static class Store
{
    private static readonly object s_gate = new();
    private static readonly Lazy<string> s_root = new(() =>
    {
        lock (s_gate) // known-miss: LG1002 the factory is a lambda in a field initializer
        {
            return "root";
        }
    });

    public static string Read()
    {
        lock (s_gate)
        {
            return s_root.Value; // known-miss: LG1002 the factory is a lambda in a field initializer
        }
    }
}
