using LockGraph;

public sealed class Ticket
{
    private readonly Lock _gate = new();

    [GuardedBy("_gate")] // LG9003
    private static int s_last;

    public int Next()
    {
        lock (_gate)
        {
            return ++s_last;
        }
    }
}
