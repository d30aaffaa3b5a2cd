public sealed class Sink
{
    private readonly ReaderWriterLockSlim _gate = new();

    public string Write(Func<string> text)
    {
        _gate.EnterWriteLock();
        string result = text();
        _gate.ExitWriteLock();
        return result; // A body without any handler does not mean to survive an exception.
    }
}
