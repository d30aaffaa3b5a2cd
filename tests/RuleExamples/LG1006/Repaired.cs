public sealed class Station
{
    private readonly Lock _station = new();
    private readonly Lock _track = new();
    private readonly Lock _signal = new();
    private int _trains;

    public void Arrive()
    {
        lock (_station)
        {
            lock (_track)
            {
                lock (_signal)
                {
                    _trains++;
                }
            }
        }
    }

    public void Depart()
    {
        lock (_station)
        {
            lock (_track)
            {
                lock (_signal)
                {
                    _trains--;
                }
            }
        }
    }
}
