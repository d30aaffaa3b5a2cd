using System.Globalization;
using System.Text;
using LockGraph.Cli.Check;

namespace LockGraph.Cli.Output;

/// <summary>Workflow commands that GitHub shows as annotations on the lines of a change.</summary>
/// <remarks>Paths are from the working directory: run it in the root of the repository.</remarks>
internal static class GitHubOutput
{
    /// <summary>A line for every finding that no baseline lists, and one for each that is fixed.</summary>
    public static void Write(CheckReport report, TextWriter output)
    {
        foreach (Finding finding in report.New)
        {
            output.Write("::" + Severities.GitHubCommand(finding.Severity) + " ");
            if (finding.Place is { } place)
            {
                output.Write("file=" + Property(place.Path));
                output.Write(string.Create(CultureInfo.InvariantCulture, $",line={place.Line},endLine={place.EndLine}"));

                // Columns are only understood within one line.
                if (place.EndLine == place.Line)
                {
                    output.Write(string.Create(CultureInfo.InvariantCulture, $",col={place.Column},endColumn={place.EndColumn}"));
                }

                output.Write(',');
            }

            output.WriteLine($"title={Property(finding.Rule)}::{Message(Told(finding))}");
        }

        foreach (AcceptedFinding gone in report.Fixed)
        {
            output.WriteLine($"::notice title={Property(gone.Rule + " fixed")}::{Message($"Fixed in {gone.Path}: {gone.Message}")}");
        }

        output.Flush();
    }

    private static string Told(Finding finding)
    {
        var told = new StringBuilder(finding.Message);
        foreach (Witness witness in finding.Witnesses)
        {
            told.Append('\n').Append(witness.Caption.Length == 0 ? "see" : witness.Caption).Append(": ").Append(witness.Place);
        }

        return told.ToString();
    }

    private static string Message(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Message(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
