public sealed class Loop
{
    private readonly object _gate = new();

    public void Each(Action<int> visit)
    {
        lock (_gate)
        {
            visit(1); // expect: LG3003
        }
    }
}
