public sealed class Version : IComparable<Version>
{
    private readonly object _gate = new();
    private int _number;

    public int Number { get { lock (_gate) { return _number; } } }

    public int CompareTo(Version? other)
    {
        lock (_gate)
        {
            return other is null ? 1 : _number.CompareTo(other.Number); // expect: LG1003
        }
    }
}
