public sealed class Mill
{
    [AcquiredBefore(nameof(_stone))] // expect: LG9002
    private readonly object _wheel = new();

    [AcquiredBefore(nameof(_wheel))]
    private readonly object _stone = new();

    public void Fill()
    {
        lock (_wheel)
        {
            lock (_stone) { } // expect-any: LG1002
        }
    }

    public void Carry()
    {
        lock (_stone)
        {
            lock (_wheel) { } // expect-any: LG1002
        }
    }
}
