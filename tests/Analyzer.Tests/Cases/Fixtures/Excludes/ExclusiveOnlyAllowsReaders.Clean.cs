public sealed class Spool
{
    private readonly ReaderWriterLockSlim _gate = new();

    [ExcludesLock("_gate", ExclusiveOnly = true)]
    public void Report() { }

    public void Read()
    {
        _gate.EnterReadLock();
        Report();
        _gate.ExitReadLock();
    }
}
