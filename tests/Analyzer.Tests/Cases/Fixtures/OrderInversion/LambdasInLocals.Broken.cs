public static class Kitchen
{
    private static readonly object s_stove = new();
    private static readonly object s_sink = new();

    public static void Cook()
    {
        Action heat = () => { lock (s_stove) { } };
        Action wash = () => { lock (s_sink) { } };
        lock (s_stove) wash(); // expect-any: LG1002
        lock (s_sink) heat(); // expect-any: LG1002
    }
}
