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
            Monitor.Enter(shelf.Gate); // expect: LG1003, LG1005
        }

        foreach (Shelf shelf in shelves)
        {
            Monitor.Exit(shelf.Gate);
        }
    }
}
