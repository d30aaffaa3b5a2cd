public sealed class Kiln
{
    private readonly object _gate = new();
    private int _heat;

    public void Fire(Task<int> heat)
    {
        int value = heat.Result;
        lock (_gate)
        {
            _heat = value;
        }

        Thread.Sleep(10);
    }
}
