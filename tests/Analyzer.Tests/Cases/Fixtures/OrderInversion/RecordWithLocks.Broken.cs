public sealed record Parcel(string Address)
{
    private readonly object _label = new();
    private readonly object _weight = new();

    public void Stamp()
    {
        lock (_label)
        {
            lock (_weight) { } // expect-any: LG1002
        }
    }

    public void Weigh()
    {
        lock (_weight)
        {
            lock (_label) { } // expect-any: LG1002
        }
    }
}
