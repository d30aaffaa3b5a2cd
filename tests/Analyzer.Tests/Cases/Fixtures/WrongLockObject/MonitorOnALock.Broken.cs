// uses: product
public sealed class Door
{
    private readonly TrackedLock _gate = new();

    public void Open()
    {
        lock (_gate) // expect: LG3007 // known-alarm: LG2005 the lowered exit of a lock that was not taken
        {
        }
    }
}
