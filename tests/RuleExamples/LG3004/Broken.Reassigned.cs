public sealed class Theme
{
    private object _gate = new();
    private int _applied;

    public void Apply()
    {
        lock (_gate) // LG3004
        {
            _applied++;
        }
    }

    public void Reset() => _gate = new object();
}
