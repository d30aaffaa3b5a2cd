public sealed class Spool
{
    internal readonly object Gate = new();

    [ExcludesLock("Gate")]
    public void Flush() { }

    public static void Both(Spool first, Spool second)
    {
        lock (first.Gate)
        {
            second.Flush();
        }
    }
}
