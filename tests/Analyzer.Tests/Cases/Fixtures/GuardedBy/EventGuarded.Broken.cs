public sealed class Bell
{
    private readonly object _gate = new();
    [GuardedBy("_gate")] private event Action? Rung;

    public void Listen(Action listener) => Rung += listener; // expect: LG2001

    public void ListenLocked(Action listener)
    {
        lock (_gate) Rung += listener;
    }
}
