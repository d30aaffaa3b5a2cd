public sealed class Bureau
{
    private readonly object _gate = new();
    private readonly object _forms = new();
    private readonly object _stamps = new();

    public void File()
    {
        lock (_gate)
        {
            FileCore();
        }
    }

    public void Stamp()
    {
        lock (_gate)
        {
            StampCore();
        }
    }

    private void FileCore()
    {
        lock (_forms)
        {
            lock (_stamps) { } // expect-any: LG1006
        }
    }

    private void StampCore()
    {
        lock (_stamps)
        {
            lock (_forms) { } // expect-any: LG1006
        }
    }
}
