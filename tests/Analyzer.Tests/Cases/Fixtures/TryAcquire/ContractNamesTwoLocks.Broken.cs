public sealed class Transfer
{
    private readonly object _from = new();
    private readonly object _to = new();

    [GuardedBy("_to")] private int _credit;

    [TryAcquiresLock("_from", true)]
    [TryAcquiresLock("_to", true)]
    public bool TryBegin() // expect: LG2006
    {
        return Monitor.TryEnter(_from);
    }

    [ReleasesLock("_from", "_to")]
    public void End()
    {
        Monitor.Exit(_to);
        Monitor.Exit(_from);
    }

    public void Move(int amount)
    {
        if (TryBegin())
        {
            _credit += amount;
            End();
        }
        else
        {
            _credit -= amount; // expect: LG2001
        }
    }
}
