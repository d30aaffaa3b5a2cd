public sealed class Harbor
{
    private readonly object _berths = new();
    private readonly object _cranes = new();
    private int _moves;

    public void Dock()
    {
        lock (_berths)
        {
            lock (_cranes)
            {
                _moves++;
            }
        }
    }

    public void Unload()
    {
        lock (_berths)
        {
            lock (_cranes)
            {
                _moves++;
            }
        }
    }
}
