public sealed class Sink
{
    private readonly Mutex _gate = new();

    public bool Run(bool stop)
    {
        _gate.WaitOne(); // expect: LG2004
        if (stop) return false;
        _gate.ReleaseMutex();
        return true;
    }
}
