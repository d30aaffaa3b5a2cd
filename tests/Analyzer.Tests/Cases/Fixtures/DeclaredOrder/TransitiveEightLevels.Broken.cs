public sealed class Tower
{
    private readonly object _f1 = new();
    [AcquiredAfter("_f1")] private readonly object _f2 = new();
    [AcquiredAfter("_f2")] private readonly object _f3 = new();
    [AcquiredAfter("_f3")] private readonly object _f4 = new();
    [AcquiredAfter("_f4")] private readonly object _f5 = new();
    [AcquiredAfter("_f5")] private readonly object _f6 = new();
    [AcquiredAfter("_f6")] private readonly object _f7 = new();
    [AcquiredAfter("_f7")] private readonly object _f8 = new();

    public void Climb()
    {
        lock (_f1)
        {
            lock (_f8) { }
        }
    }

    public void Fall()
    {
        lock (_f8)
        {
            lock (_f1) { } // expect: LG1001
        }
    }
}
