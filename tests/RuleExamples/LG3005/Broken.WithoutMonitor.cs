public sealed class Signal
{
    private readonly object _gate = new();

    public void Notify()
    {
        Monitor.PulseAll(_gate); // LG3005
    }
}
