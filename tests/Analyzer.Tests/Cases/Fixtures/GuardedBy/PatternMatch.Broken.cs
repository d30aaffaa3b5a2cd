public sealed class Tally
{
    private readonly object _gate = new();
    [GuardedBy("_gate")] private object? _last;

    public bool IsText() => _last is string { Length: > 3 }; // expect: LG2001

    public void Set(object value)
    {
        lock (_gate) _last = value;
    }
}
