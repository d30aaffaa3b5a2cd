namespace LockGraph.Core;

/// <summary>The line of source that asked for a lock.</summary>
/// <param name="File">
/// Full path as the compiler knew it; for a call that carries no place and has no symbols, the member that made it; <see langword="null"/>
/// when unknown.
/// </param>
/// <param name="Line">1-based line, or 0 when unknown.</param>
public readonly record struct AcquisitionSite(string? File, int Line)
{
    /// <summary>True when nothing is known.</summary>
    public bool IsUnknown => string.IsNullOrEmpty(File);

    /// <summary>File name (without folders) and line: the same on every machine. <c>unknown site</c> when nothing is known.</summary>
    public override string ToString()
    {
        if (IsUnknown)
        {
            return "unknown site";
        }

        // Paths from another platform keep their own separator, so Path.GetFileName is not enough.
        int cut = File!.LastIndexOfAny(['/', '\\']);
        string name = cut < 0 ? File : File.Substring(cut + 1);
        return Line > 0 ? name + ":" + Line.ToString(System.Globalization.CultureInfo.InvariantCulture) : name;
    }
}
