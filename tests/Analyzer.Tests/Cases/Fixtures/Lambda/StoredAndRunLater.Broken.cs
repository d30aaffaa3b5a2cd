public sealed class Hatch
{
    private readonly object _gate = new();
    [GuardedBy("_gate")] private int _visits;
    private Action? _later;

    public void Visit()
    {
        lock (_gate)
        {
            _later = () => _visits++; // expect: LG2001
        }
    }

    public void Run() => _later?.Invoke();
}
