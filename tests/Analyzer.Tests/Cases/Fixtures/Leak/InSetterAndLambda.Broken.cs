public sealed class Sink
{
    private readonly object _gate = new();

    public int Level
    {
        set
        {
            Monitor.Enter(_gate); // expect: LG2004
            if (value > 3) Monitor.Exit(_gate);
        }
    }

    public Action Make(bool exit) => () =>
    {
        Monitor.Enter(_gate); // expect: LG2004
        if (exit) Monitor.Exit(_gate);
    };
}
