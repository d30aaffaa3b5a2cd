[assembly: LockOrder("Mill._wheel", "Mill._stone")]

public sealed class Mill
{
    private readonly object _wheel = new();
    private readonly object _stone = new();
    private readonly object _sack = new();

    public void Fill()
    {
        lock (_stone)
        {
            lock (_sack) { } // expect-any: LG1002
        }
    }

    public void Carry()
    {
        lock (_sack)
        {
            lock (_wheel) { } // expect-any: LG1002
        }
    }
}
