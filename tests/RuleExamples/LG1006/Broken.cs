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
                lock (_signal) // LG1006
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
            lock (_signal)
            {
                lock (_track) // LG1006
                {
                    _trains--;
                }
            }
        }
    }
}
