public sealed class Census
{
    private readonly object _people = new();
    private readonly List<int> _ages = [];
    private int _sum;

    public void Count()
    {
        lock (_people)
        {
            _ages.AsParallel().ForAll(Add); // expect-any: LG1002
        }
    }

    private void Add(int age)
    {
        lock (_people) { _sum += age; } // expect-any: LG1002
    }
}
