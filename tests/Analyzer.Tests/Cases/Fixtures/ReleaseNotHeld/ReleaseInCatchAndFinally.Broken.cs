public sealed class Pump
{
    private readonly object _gate = new();

    public void Run(Action work)
    {
        Monitor.Enter(_gate);
        try
        {
            work();
        }
        catch (InvalidOperationException)
        {
            Monitor.Exit(_gate);
        }
        finally
        {
            Monitor.Exit(_gate); // expect: LG2005
        }
    }
}
