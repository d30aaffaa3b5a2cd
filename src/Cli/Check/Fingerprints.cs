using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace LockGraph.Cli.Check;

/// <summary>Names for findings that stay when code above them changes, when files move and when folders are renamed.</summary>
internal static partial class Fingerprints
{
    // 64 bits: no two of a million findings meet by chance.
    private const int _digits = 16;

    /// <summary>Gives each finding its fingerprint. Of several that look the same, the second in the order of the code gets <c>-2</c>, and so on.</summary>
    public static IReadOnlyList<Finding> Give(IReadOnlyList<Finding> findings)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var given = new List<Finding>(findings.Count);
        foreach (Finding finding in findings)
        {
            string print = Of(finding);
            int number = seen[print] = seen.GetValueOrDefault(print) + 1;
            given.Add(finding with { Fingerprint = number == 1 ? print : string.Create(CultureInfo.InvariantCulture, $"{print}-{number}") });
        }

        return given;
    }

    // Where no classes are told, the sentence stands for them, without the lines that it may name.
    private static string Of(Finding finding)
    {
        string about = finding.Classes.Count > 0 ? string.Join('\n', finding.Classes) : Numbers().Replace(finding.Message, "");
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{finding.Rule}\n{finding.Member}\n{about}"));
        return Convert.ToHexStringLower(hash)[.._digits];
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();
}
