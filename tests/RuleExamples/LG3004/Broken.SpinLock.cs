public sealed class Ticks
{
    private readonly SpinLock _spin = new(false); // LG3004
    private int _count;

    public void Add()
    {
        bool taken = false;
        try
        {
            _spin.Enter(ref taken);
            _count++;
        }
        finally
        {
            if (taken)
            {
                _spin.Exit();
            }
        }
    }
}
