public sealed class Kiln
{
    private SpinLock _spin = new(false);
    private readonly object _gate = new();

    public void Fire()
    {
        bool taken = false;
        try
        {
            _spin.Enter(ref taken);
            lock (_gate) { } // expect: LG3006
        }
        finally
        {
            if (taken) _spin.Exit();
        }
    }
}
