public sealed class Spool
{
    private readonly object _gate = new();

    [ExcludesLock("_gate")]
    public void Flush()
    {
        lock (_gate) { }
    }

    public void Write()
    {
        lock (_gate)
        {
            Flush(); // expect: LG2003
        }
    }
}
