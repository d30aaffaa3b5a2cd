public sealed class Transfer
{
    private readonly object _from = new();
    private readonly object _to = new();

    [GuardedBy("_from")] private int _debit;
    [GuardedBy("_to")] private int _credit;

    [TryAcquiresLock("_from", true)]
    [TryAcquiresLock("_to", true)]
    public bool TryBegin()
    {
        if (!Monitor.TryEnter(_from))
        {
            return false;
        }

        if (!Monitor.TryEnter(_to))
        {
            Monitor.Exit(_from);
            return false;
        }

        return true;
    }

    [ReleasesLock("_from", "_to")]
    public void End()
    {
        Monitor.Exit(_to);
        Monitor.Exit(_from);
    }

    public bool Move(int amount)
    {
        if (!TryBegin())
        {
            return false;
        }

        _debit -= amount;
        _credit += amount;
        End();
        return true;
    }
}
