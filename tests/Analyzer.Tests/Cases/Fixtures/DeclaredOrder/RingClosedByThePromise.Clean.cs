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
            lock (_sack) { }
        }
    }

    public void Carry()
    {
        lock (_wheel)
        {
            lock (_sack) { }
        }
    }
}
