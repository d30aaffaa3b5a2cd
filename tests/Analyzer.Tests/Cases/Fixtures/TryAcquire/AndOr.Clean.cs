public sealed class Door
{
    private readonly object _gate = new();
    [GuardedBy("_gate")] private int _opened;

    public void Open(bool wanted)
    {
        if (wanted && Monitor.TryEnter(_gate, 50))
        {
            _opened++;
            Monitor.Exit(_gate);
        }

        if (!wanted || !Monitor.TryEnter(_gate)) return;
        _opened++;
        Monitor.Exit(_gate);
    }
}
