namespace LockGraph.Reports;

/// <summary>Names of lock classes as a box can hold them.</summary>
internal static class ClassLabel
{
    private const int Longest = 36;
    private const int Kept = 17;

    /// <summary>The type and the member: <c>Account._gate</c>. The middle of what is still too long is left out.</summary>
    public static string Of(string name)
    {
        string label = name[Cut(name, segments: 2)..];
        return label.Length <= Longest ? label : label[..Kept] + "…" + label[^Kept..];
    }

    /// <summary>What stands before the type and the member; empty for names without it.</summary>
    public static string NamespaceOf(string name) => Cut(name, segments: 2) is > 0 and var cut ? name[..(cut - 1)] : "";

    // Where the last segments begin. Dots of type arguments and of a place (Type.Method@File.cs:12) separate nothing.
    private static int Cut(string name, int segments)
    {
        int end = name.IndexOf('@', StringComparison.Ordinal);
        int depth = 0;
        for (int i = (end < 0 ? name.Length : end) - 1; i > 0; i--)
        {
            depth += name[i] == '>' ? 1 : name[i] == '<' ? -1 : 0;
            if (name[i] == '.' && depth == 0 && --segments == 0)
            {
                return i + 1;
            }
        }

        return 0;
    }
}
