public sealed class Shelf(int id)
{
    internal readonly object Gate = new();
    internal int Id => id;
}

public static class Stocktaking
{
    public static void Both(Shelf[] pair)
    {
        Shelf[] sorted = pair.OrderBy(shelf => shelf.Id).ToArray();
        lock (sorted[0].Gate)
        {
            lock (sorted[1].Gate)
            {
            }
        }
    }
}
