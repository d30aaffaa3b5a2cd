public sealed class Stacks
{
    private readonly object _aisle = new();
    private readonly object _desk = new();
    private readonly List<string> _titles = [];

    private IEnumerable<string> Titles()
    {
        string[] copy;
        lock (_desk)
        {
            copy = [.. _titles];
        }

        foreach (string title in copy)
        {
            yield return title;
        }
    }

    public int Count()
    {
        int count = 0;
        foreach (string title in Titles())
        {
            lock (_aisle)
            {
                count += title.Length;
            }
        }

        return count;
    }

    public void Sort()
    {
        lock (_desk)
        {
            lock (_aisle) { }
        }
    }
}
