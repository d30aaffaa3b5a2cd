public sealed class Dice
{
    private SpinLock _spin = new(true);
    private int _sum;

    public void Roll()
    {
        bool taken = false;
        bool again = false;
        try
        {
            _spin.Enter(ref taken);
            _spin.Enter(ref again); // expect: LG1004
            _sum++;
        }
        finally
        {
            if (again) _spin.Exit();
            if (taken) _spin.Exit();
        }
    }
}
