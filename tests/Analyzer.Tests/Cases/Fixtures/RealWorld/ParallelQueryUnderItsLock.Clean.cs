public sealed class Census
{
    private readonly object _people = new();
    private readonly List<int> _ages = [];
    private int _sum;

    public void Count()
    {
        int[] ages;
        lock (_people) { ages = [.. _ages]; }
        ages.AsParallel().ForAll(Add);
    }

    private void Add(int age)
    {
        lock (_people) { _sum += age; }
    }
}
