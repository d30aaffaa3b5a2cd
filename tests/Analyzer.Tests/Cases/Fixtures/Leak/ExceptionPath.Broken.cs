public sealed class Sink
{
    private readonly ReaderWriterLockSlim _gate = new();

    public string Write(Func<string> text)
    {
        _gate.EnterWriteLock(); // expect: LG2004
        string result = text();
        _gate.ExitWriteLock();
        return result;
    }
}
