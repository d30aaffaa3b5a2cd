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
                lock (s_stamps) { } // known-miss: LG1002 an instance gate around static locks
            }
        }
    }

    public void Stamp()
    {
        lock (_gate)
        {
            lock (s_stamps)
            {
                lock (s_forms) { } // known-miss: LG1002 an instance gate around static locks // known-alarm: LG1006 an instance gate around static locks
            }
        }
    }
}
