public sealed class Pump
{
    private readonly object _gate = new();

    public void Stop()
    {
        if (Monitor.IsEntered(_gate))
        {
            Monitor.Exit(_gate);
        }
    }
}
