public sealed class Sink
{
    private readonly object _gate = new();

    public void Run(bool done)
    {
        object gate = _gate;
        Monitor.Enter(gate); // expect: LG2004
        if (done)
        {
            Monitor.Exit(_gate);
        }
    }
}
