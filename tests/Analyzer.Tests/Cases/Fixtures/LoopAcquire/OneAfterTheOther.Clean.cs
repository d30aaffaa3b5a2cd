public sealed class Shelf
{
    internal readonly object Gate = new();
}

public static class Stocktaking
{
    public static void Run(IReadOnlyList<Shelf> shelves)
    {
        foreach (Shelf shelf in shelves)
        {
            lock (shelf.Gate)
            {
            }
        }
    }
}
