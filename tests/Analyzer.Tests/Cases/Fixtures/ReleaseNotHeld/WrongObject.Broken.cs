public sealed class Pump
{
    private readonly object _in = new();
    private readonly object _out = new();

    public void Run()
    {
        Monitor.Enter(_in); // expect: LG2004
        Monitor.Exit(_out); // expect: LG2005
    }
}
