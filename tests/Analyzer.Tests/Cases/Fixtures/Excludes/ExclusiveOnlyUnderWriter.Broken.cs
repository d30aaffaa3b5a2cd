public sealed class Spool
{
    private readonly ReaderWriterLockSlim _gate = new();

    [ExcludesLock("_gate", ExclusiveOnly = true)]
    public void Report() { }

    public void Write()
    {
        _gate.EnterWriteLock();
        try
        {
            Report(); // expect: LG2003
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }
}
