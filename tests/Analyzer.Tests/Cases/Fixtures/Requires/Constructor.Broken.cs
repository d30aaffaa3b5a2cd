public sealed class Leaf
{
    public static readonly object Gate = new();

    [RequiresLock("Gate")]
    public Leaf() { }
}

public static class Garden
{
    public static Leaf Grow() => new(); // expect: LG2002

    public static Leaf GrowLocked()
    {
        lock (Leaf.Gate) return new Leaf();
    }
}
