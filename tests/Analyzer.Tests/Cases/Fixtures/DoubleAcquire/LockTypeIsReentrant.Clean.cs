public sealed class Map
{
    private readonly Lock _gate = new();
    private int _colour;

    public void Paint()
    {
        using (_gate.EnterScope()) // known-alarm: LG2004 a lock statement inside a scope of the same lock
        {
            lock (_gate)
            {
                _colour++;
            }
        }
    }
}
