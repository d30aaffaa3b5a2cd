namespace LockGraph.Cli.Traces;

/// <summary>One string per distinct name: a trace names few locks and threads millions of times.</summary>
/// <remarks>Not thread-safe. Grows with the distinct names, not with the events.</remarks>
internal sealed class NameTable
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public NameTable() => _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Of(ReadOnlySpan<char> name)
    {
        if (!_lookup.TryGetValue(name, out string? known))
        {
            _names.Add(known = name.ToString());
        }

        return known;
    }

    public void Clear() => _names.Clear();
}
