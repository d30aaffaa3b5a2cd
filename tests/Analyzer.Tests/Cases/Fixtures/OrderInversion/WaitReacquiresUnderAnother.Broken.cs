public sealed class Elevator
{
    private readonly object _cabin = new();
    private readonly object _doors = new();

    public void Wait()
    {
        lock (_cabin)
        {
            lock (_doors)
            {
                Monitor.Wait(_cabin); // expect: LG3005, LG1002
            }
        }
    }
}
