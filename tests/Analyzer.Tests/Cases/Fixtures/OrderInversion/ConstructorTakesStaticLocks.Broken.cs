public sealed class Ticket
{
    private static readonly object s_numbers = new();
    private static readonly object s_printer = new();

    public Ticket()
    {
        lock (s_numbers)
        {
            lock (s_printer) { } // expect-any: LG1002
        }
    }

    public static void Reset()
    {
        lock (s_printer)
        {
            lock (s_numbers) { } // expect-any: LG1002
        }
    }
}
