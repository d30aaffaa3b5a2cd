using System.Runtime.CompilerServices;

namespace LockGraph.Reports.Tests;

/// <summary>Compares a rendering with the file that a person has read and approved.</summary>
/// <remarks>
/// Run the tests with <c>LOCKGRAPH_ACCEPT=1</c> to write the files anew; the diff is then what is reviewed. Such a run fails, so that it is never
/// mistaken for a check.
/// </remarks>
internal static class GoldenFile
{
    public static void Match(IReadOnlyDictionary<string, string> renderings, [CallerFilePath] string source = "")
    {
        bool accepts = Environment.GetEnvironmentVariable("LOCKGRAPH_ACCEPT") == "1";
        foreach ((string name, string actual) in renderings)
        {
            if (accepts)
            {
                File.WriteAllText(Path.Combine(Path.GetDirectoryName(source)!, "Golden", name), actual);
            }
            else
            {
                Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name)).ReplaceLineEndings("\n"), actual);
            }
        }

        Assert.False(accepts, "The files were written; read the diff and run again without LOCKGRAPH_ACCEPT.");
    }
}
