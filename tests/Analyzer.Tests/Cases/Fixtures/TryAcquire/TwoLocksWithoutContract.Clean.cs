public sealed class Transfer
{
    private readonly object _from = new();
    private readonly object _to = new();

    [GuardedBy("_from")] private int _debit;
    [GuardedBy("_to")] private int _credit;

    public bool Move(int amount)
    {
        if (!TryBegin())
        {
            return false;
        }

        try
        {
            _debit -= amount;
            _credit += amount;
        }
        finally
        {
            Monitor.Exit(_to);
            Monitor.Exit(_from);
        }

        return true;
    }

    private bool TryBegin()
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
}
