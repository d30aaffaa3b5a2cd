public sealed class Loom
{
    private readonly object _warp = new();
    private readonly object _weft = new();

    public void Weave()
    {
        lock (_warp) Throw();
        Throw();
        Lift();

        void Throw() { lock (_weft) { } }
        void Lift() { lock (_warp) { } }
    }
}
