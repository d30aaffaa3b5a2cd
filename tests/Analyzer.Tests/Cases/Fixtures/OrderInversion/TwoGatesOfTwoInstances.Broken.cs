public sealed class Desk
{
    private readonly object _gate = new();
    private static readonly object s_forms = new();
    private static readonly object s_stamps = new();

    public void File()
    {
        lock (_gate)
        {
            lock (s_forms)
            {
                lock (s_stamps) { } // expect-any: LG1002
            }
        }
    }

    public void Stamp()
    {
        lock (_gate)
        {
            lock (s_stamps)
            {
                lock (s_forms) { } // expect-any: LG1002
            }
        }
    }
}
