public sealed class Loom
{
    private readonly object _warp = new();
    private readonly object _weft = new();

    public void Weave()
    {
        lock (_warp) Throw(); // expect-any: LG1002
        lock (_weft) Lift(); // expect-any: LG1002

        void Throw() { lock (_weft) { } }
        void Lift() { lock (_warp) { } }
    }
}
