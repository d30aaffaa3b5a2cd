public sealed class Sluice
{
    private readonly object _gate = new();
    private int _level;

    public void Flow()
    {
        Monitor.Enter(_gate);
        try
        {
            _level++;
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }
}
