[assembly: LockOrder("mill.wheel", "mill.stone")] // expect-any: LG9002
[assembly: LockOrder("mill.stone", "mill.wheel")] // expect-any: LG9002

public sealed class Mill
{
    [LockClass("mill.wheel")] private readonly object _wheel = new();
    [LockClass("mill.stone")] private readonly object _stone = new();

    public void Turn()
    {
        lock (_wheel) { }
        lock (_stone) { }
    }
}
