[assembly: LockOrder("Mill._wheel", "Mill._stone", "Mill._sack")]

public sealed class Mill
{
    private readonly object _wheel = new();
    private readonly object _stone = new();
    private readonly object _sack = new();

    public void Fill()
    {
        lock (_wheel)
        {
            lock (_sack) { }
        }
    }

    public void Carry()
    {
        lock (_sack)
        {
            lock (_wheel) { } // expect: LG1001
        }
    }

    public void Lift()
    {
        lock (_stone)
        {
            lock (_sack)
            {
                Turn(); // expect: LG1001
            }
        }
    }

    private void Turn()
    {
        lock (_wheel) { }
    }
}
