using System.Text;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LockGraph.Analyzer;

/// <summary>The file that a build leaves for the builds that refer to its assembly.</summary>
internal static class SummaryFile
{
    private const string _option = "build_property.LockGraphSummaryFile";

    /// <summary>Where the build wants the summary; <see langword="null"/> outside of builds, and where nobody asks for one.</summary>
    public static string? AskedFor(AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(_option, out string? path) && path.Length > 0 ? path : null;

    /// <summary>Writes a summary, unless the file says the same already: whoever refers to the assembly is built again when the file changes, and only then.</summary>
    /// <remarks>Without the file the next compilation knows less, and reports less: no reason to fail this one.</remarks>
    public static void Write(string path, AssemblySummary summary)
    {
        string text = SummaryText.Write(summary);
#pragma warning disable RS1035 // Decision 42: the build asks for this one file, beside its other results.
        string unfinished = path + "." + Guid.NewGuid().ToString("N");
        try
        {
            if (File.Exists(path) && File.ReadAllText(path) == text)
            {
                return;
            }

            File.WriteAllText(unfinished, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            if (File.Exists(path))
            {
                File.Replace(unfinished, path, null);
            }
            else
            {
                File.Move(unfinished, path);
            }
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Discard(unfinished);
        }
    }

    private static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // There may be none.
        }
    }
#pragma warning restore RS1035
}
