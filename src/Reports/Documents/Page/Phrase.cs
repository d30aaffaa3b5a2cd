namespace LockGraph.Reports;

/// <summary>Running text with code in it, before a format says how code is marked.</summary>
/// <remarks>Code stands between two control characters, which no name and no sentence contains.</remarks>
internal static class Phrase
{
    private const char _opens = '\u0001';
    private const char _closes = '\u0002';

    /// <summary>A name, to be set as code.</summary>
    public static string Code(string name) => _opens + name.Replace(_opens, ' ').Replace(_closes, ' ').ReplaceLineEndings(" ") + _closes;

    /// <summary>Names, to be set as code, with commas.</summary>
    public static string Codes(IEnumerable<string> names) => string.Join(", ", names.Select(Code));

    /// <summary>The first names, and how many more there are.</summary>
    public static string Codes(IReadOnlyList<string> names, int most) =>
        names.Count <= most ? Codes(names) : $"{Codes(names.Take(most))} and {names.Count - most} more";

    /// <summary>A sentence in which the given names are set as code.</summary>
    public static string WithCode(string sentence, IEnumerable<string> names)
    {
        string[] longestFirst = [.. names.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal)];
        var text = new System.Text.StringBuilder();
        for (int at = 0; at < sentence.Length;)
        {
            string? name = longestFirst.FirstOrDefault(name => string.CompareOrdinal(sentence, at, name, 0, name.Length) == 0);
            text.Append(name is null ? sentence[at].ToString() : Code(name));
            at += name?.Length ?? 1;
        }

        return text.ToString();
    }

    /// <summary>The pieces of a phrase.</summary>
    public static IEnumerable<(string Text, bool IsCode)> Pieces(string phrase)
    {
        int at = 0;
        while (at < phrase.Length)
        {
            bool isCode = phrase[at] == _opens;
            int start = isCode ? at + 1 : at;
            int end = phrase.IndexOf(isCode ? _closes : _opens, start);
            end = end < 0 ? phrase.Length : end;
            yield return (phrase[start..end], isCode);
            at = isCode ? end + 1 : end;
        }
    }

    /// <summary><c>1 lock</c>, <c>3 locks</c>.</summary>
    public static string Count(int count, string one, string? many = null) => count == 1 ? "1 " + one : $"{count} {many ?? one + "s"}";
}
