public sealed class Sink
{
    private readonly object _gate = new();

    public void Run(bool skip)
    {
        Monitor.Enter(_gate); // expect: LG2004
        if (skip) goto end;
        Monitor.Exit(_gate);
    end:
        return;
    }
}
