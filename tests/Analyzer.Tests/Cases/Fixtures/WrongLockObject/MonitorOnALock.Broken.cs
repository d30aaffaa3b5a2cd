// uses: product
public sealed class Door
{
    private readonly TrackedLock _gate = new();

    public void Open()
    {
        lock (_gate) // expect: LG3007
        {
        }
    }
}
