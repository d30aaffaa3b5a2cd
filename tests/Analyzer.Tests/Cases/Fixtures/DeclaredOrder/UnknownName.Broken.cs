public sealed class Mill
{
    [AcquiredBefore("_stoen")] // expect: LG9001
    private readonly object _wheel = new();
    private readonly object _stone = new();

    public void Turn()
    {
        lock (_wheel)
        {
            lock (_stone) { }
        }
    }
}
