public sealed class Leaf
{
    public static readonly object Gate = new();

    [RequiresLock("Gate")]
    public Leaf() { }
}

public static class Garden
{
    public static Leaf Grow() => new(); // known-miss: LG2002 a contract on a constructor

    public static Leaf GrowLocked()
    {
        lock (Leaf.Gate) return new Leaf();
    }
}
