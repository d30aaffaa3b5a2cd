public sealed class Kiln
{
    private readonly object _gate = new();

    public int Fire(Task<int> heat)
    {
        lock (_gate)
        {
            Thread.Sleep(10); // expect: LG3002
            return heat.Result; // expect: LG3002
        }
    }
}
