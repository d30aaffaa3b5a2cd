public sealed class Sluice
{
    private readonly object _gate = new();
    private int _level;

    public void Flow(bool open)
    {
        if (open)
        {
            Monitor.Enter(_gate);
        }

        _level++;
        Monitor.Exit(_gate); // LG2005
    }
}
