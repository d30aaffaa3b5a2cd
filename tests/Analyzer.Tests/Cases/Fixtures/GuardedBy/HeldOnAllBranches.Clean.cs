public sealed class Tally
{
    private readonly Lock _gate = new();
    [GuardedBy("_gate")] private int _count;

    public void Add(bool quick)
    {
        if (quick)
        {
            if (!_gate.TryEnter()) return;
        }
        else
        {
            _gate.Enter();
        }

        try
        {
            _count++;
        }
        finally
        {
            _gate.Exit();
        }
    }
}
