namespace LockGraph.Reports;

/// <summary>One object per text. Snapshots of one program repeat their class names, files and stack frames thousands of times.</summary>
/// <remarks>Not thread-safe. Holds what it has ever seen: share one among the snapshots of a merge, and drop it with the result.</remarks>
internal sealed class StringPool
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public StringPool() => _bySpan = _known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The one object with this text.</summary>
    public string Get(ReadOnlySpan<char> text)
    {
        if (_bySpan.TryGetValue(text, out string? known))
        {
            return known;
        }

        string added = text.ToString();
        _known.Add(added);
        return added;
    }
}
