using LockGraph.Core;
using Luo.Scenarios;
using Luo.Verdicts;
using Spectre.Console;

namespace Luo.Output;

/// <summary>What stands behind the verdict of one run.</summary>
internal static class ScenarioDetails
{
    public static void Write(IAnsiConsole console, ScenarioResult result, bool report)
    {
        console.WriteLine(result.Scenario.ToString());
        foreach (Violation violation in result.Violations)
        {
            Line(console, $"  {violation.Id} {violation.Kind}: {violation.Message}");
            if (report)
            {
                foreach (string line in ViolationText.Report(violation).Split('\n'))
                {
                    Line(console, "    " + line.TrimEnd('\r'));
                }
            }
        }

        foreach (Anomaly anomaly in result.Anomalies)
        {
            Line(console, $"  {anomaly.Verdict.Word()}: {anomaly.Text}");
        }

        foreach (string note in result.Notes)
        {
            Line(console, "  note: " + note);
        }

        if (result.Violations.Count + result.Anomalies.Count + result.Notes.Count == 0)
        {
            Line(console, "  nothing found");
        }

        console.WriteLine();
    }

    // Reports have their own layout: no wrapping, no markup.
    private static void Line(IAnsiConsole console, string text) => console.Profile.Out.Writer.WriteLine(text);
}
