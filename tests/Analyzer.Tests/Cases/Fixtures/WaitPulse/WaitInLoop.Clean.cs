public sealed class Tray
{
    private readonly object _cups = new();
    private int _count;

    public void Take()
    {
        lock (_cups)
        {
            while (_count == 0) Monitor.Wait(_cups);
            _count--;
        }
    }

    public void Put()
    {
        lock (_cups)
        {
            _count++;
            Monitor.PulseAll(_cups);
        }
    }
}
