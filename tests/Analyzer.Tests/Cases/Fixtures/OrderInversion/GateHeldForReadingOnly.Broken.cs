public sealed class Bureau
{
    private readonly ReaderWriterLockSlim _gate = new();
    private readonly object _forms = new();
    private readonly object _stamps = new();

    public void File()
    {
        _gate.EnterReadLock();
        try
        {
            lock (_forms)
            {
                lock (_stamps) { } // expect-any: LG1002
            }
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    public void Stamp()
    {
        _gate.EnterReadLock();
        try
        {
            lock (_stamps)
            {
                lock (_forms) { } // expect-any: LG1002
            }
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }
}
