public sealed class Door
{
    private readonly Lock _gate = new();
    private int _opened;

    public bool Open()
    {
        bool entered = _gate.TryEnter();
        bool missed = !entered;
        if (missed) return false;
        try
        {
            _opened++;
        }
        finally
        {
            _gate.Exit();
        }

        return true;
    }
}
