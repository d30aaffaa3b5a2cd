using LockGraph;

public sealed class Ticket
{
    private static readonly Lock s_gate = new();

    [GuardedBy("s_gate")]
    private static int s_last;

    public int Next()
    {
        lock (s_gate)
        {
            return ++s_last;
        }
    }
}
