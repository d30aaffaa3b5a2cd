public sealed class Door
{
    private readonly object _gate = new();
    [GuardedBy("_gate")] private int _opened;

    public void Open()
    {
        bool taken = false;
        try
        {
            Monitor.TryEnter(_gate, 100, ref taken);
            if (taken) _opened++;
        }
        finally
        {
            if (taken) Monitor.Exit(_gate);
        }
    }
}
