public sealed class Pump
{
    private readonly object _gate = new();

    public void Run()
    {
        Monitor.Enter(_gate);
        Monitor.Exit(_gate);
        Monitor.Exit(_gate); // expect: LG2005
    }
}
