using System.Text;
using LockGraph.Cli.Check;
using LockGraph.Cli.Loading;

namespace LockGraph.Cli.Tests.Check;

/// <summary>A folder of sources, and checks of it.</summary>
internal sealed class CheckFolder : IDisposable
{
    /// <summary>One finding: line 7, columns 15 to 17.</summary>
    public const string OneNesting = """
        class C
        {
            readonly object _a = new(), _b = new();
            void M()
            {
                lock (_a)
                lock (_b) { }
            }
        }

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lockgraph-");

    public string Root => _folder.FullName;

    /// <summary>How a file of the folder is named in outputs.</summary>
    public string Shown(string file) => ShownPath.Of(Path.Combine(Root, file));

    public string File(string name, string content)
    {
        string path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, content.ReplaceLineEndings("\n"));
        return path;
    }

    public string Read(string name) => System.IO.File.ReadAllText(Path.Combine(Root, name));

    /// <summary>Runs a check with <see cref="NestedLocks"/>.</summary>
    public static (int Code, string Output, string Error) Check(CheckRequest request)
    {
        using var output = new MemoryStream();
        using var text = new StreamWriter(output, new UTF8Encoding(false)) { NewLine = "\n", AutoFlush = true };
        using var error = new StringWriter { NewLine = "\n" };
        int code = new CheckRun(new AnalyzerCheck([new NestedLocks()]), output, text, error).Run(request, CancellationToken.None);
        return (code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
