public sealed class Map
{
    private readonly Lock _gate = new();
    private int _colour;

    public void Paint()
    {
        using (_gate.EnterScope())
        {
            lock (_gate)
            {
                _colour++;
            }
        }
    }
}
