using System.CommandLine;
using System.Text;
using LockGraph.Cli.Commands;
using LockGraph.Cli.Docs;
using LockGraph.Core;

namespace LockGraph.Cli.Tests.Docs;

/// <summary><c>lockgraph docs</c> as a shell sees it, over snapshots and over a source that stands for the analyzer.</summary>
public sealed class DocsCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lockgraph-");

    [Fact]
    public void Snapshot_IsWrittenAsMarkdown()
    {
        (int code, string output, string error) = Run("docs", Snapshot("Bank", ("vault", "account")));
        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith("# Lock hierarchy of Bank\n", output, StringComparison.Ordinal);
        Assert.Contains("\nvault       write\n  account   write\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("markdown", "# Lock hierarchy of")]
    [InlineData("html", "<!doctype html>")]
    [InlineData("svg", "<svg ")]
    [InlineData("mermaid", "flowchart TB")]
    [InlineData("dot", "digraph ")]
    [InlineData("json", "{")]
    public void Format_IsTheOneAskedFor(string format, string start)
    {
        (int code, string output, _) = Run("docs", Snapshot("Bank", ("vault", "account")), "--format", format);
        Assert.Equal(0, code);
        Assert.StartsWith(start, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LOCKING.md", "# Lock hierarchy of")]
    [InlineData("locks.svg", "<svg ")]
    [InlineData("locks.html", "<!doctype html>")]
    [InlineData("locks.gv", "digraph ")]
    [InlineData("locks.mmd", "flowchart TB")]
    [InlineData("locks.json", "{")]
    [InlineData("locks.txt", "# Lock hierarchy of")]
    public void File_IsWrittenInTheFormatOfItsEnding(string name, string start)
    {
        string file = Path.Combine(_folder.FullName, name);
        Assert.Equal((0, "", ""), Run("docs", Snapshot("Bank", ("vault", "account")), "-o", file));
        Assert.StartsWith(start, File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Equal(2, _folder.GetFiles().Length);
    }

    [Fact]
    public void UpToDateDocument_IsCheckedSilently()
    {
        string snapshot = Snapshot("Bank", ("vault", "account"));
        string file = Path.Combine(_folder.FullName, "LOCKING.md");
        Run("docs", snapshot, "-o", file);
        Assert.Equal((0, "", ""), Run("docs", snapshot, "-o", file, "--check"));

        // As a checkout on another system may write it.
        File.WriteAllText(file, File.ReadAllText(file).Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.Equal((0, "", ""), Run("docs", snapshot, "-o", file, "--check"));
    }

    [Fact]
    public void DriftedDocument_FailsWithTheLinesThatDiffer()
    {
        string file = Path.Combine(_folder.FullName, "LOCKING.md");
        Run("docs", Snapshot("Bank", ("vault", "account")), "-o", file);
        string committed = File.ReadAllText(file);
        (int code, string output, string error) = Run("docs", Snapshot("Bank", ("vault", "account"), ("account", "log")), "-o", file, "--check");
        Assert.Equal((1, ""), (code, output));
        string[] lines = error.TrimEnd('\n').Split('\n');
        Assert.Matches($"^{System.Text.RegularExpressions.Regex.Escape(file)} is out of date: [0-9]+ lines? gone \\(-\\), [0-9]+ new \\(\\+\\)\\.", lines[0]);
        Assert.Contains("  - 2 locks, 1 hierarchy, 1 edge: 1 seen and not declared. No open findings.", lines);
        Assert.Contains("  + 3 locks, 1 hierarchy, 2 edges: 2 seen and not declared. No open findings.", lines);
        Assert.Contains("  +     log     write", lines);
        Assert.Equal(committed, File.ReadAllText(file));
    }

    [Fact]
    public void CheckOfNoDocument_FailsAndSaysHowToWriteIt()
    {
        string file = Path.Combine(_folder.FullName, "LOCKING.md");
        (int code, _, string error) = Run("docs", Snapshot("Bank", ("vault", "account")), "-o", file, "--check");
        Assert.Equal((1, $"{file} does not exist; the same command without --check writes it.\n"), (code, error));
        Assert.False(File.Exists(file));
    }

    [Fact]
    public void ObservedOrder_IsJudgedTogetherWithThatOfTheCode()
    {
        string observed = Snapshot("run", ("log", "account"));
        (int code, string output, _) = RunWith(new CodeOrder(), "docs", _folder.FullName, "--title", "Bank", "--observed", observed);
        Assert.Equal(0, code);
        Assert.Contains("Open findings: 1 warning.", output, StringComparison.Ordinal);
        Assert.Contains("- LG1002 warning: Lock-order inversion: ", output, StringComparison.Ordinal);

        // What only the code knows survives the union.
        Assert.Contains("write: `Account.Transfer`", output, StringComparison.Ordinal);
        Assert.Contains("`Account.cs`", output, StringComparison.Ordinal);
        Assert.Contains("- `vault` > `account` (`Order.cs`)", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_IsCalledAfterTheProjectInIt()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "Shop.csproj"), "<Project/>");
        (_, string output, _) = RunWith(new CodeOrder(), "docs", _folder.FullName);
        Assert.StartsWith("# Lock hierarchy of Shop\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingPath_ExitsTwo() => Complains("there is no such file or folder", "docs", Path.Combine(_folder.FullName, "none.sln"));

    [Fact]
    public void PathOfAnotherKind_ExitsTwo()
    {
        string path = Path.Combine(_folder.FullName, "notes.txt");
        File.WriteAllText(path, "");
        Complains("neither sources nor a snapshot", "docs", path);
    }

    [Fact]
    public void BrokenSnapshot_ExitsTwo()
    {
        string path = Path.Combine(_folder.FullName, "broken.lockgraph.json");
        File.WriteAllText(path, "{\"format\":\"lockgraph-snapshot\",");
        Complains("broken.lockgraph.json", "docs", path);
        Complains("broken.lockgraph.json", "docs", Snapshot("Bank", ("a", "b")), "--observed", path);
    }

    [Fact]
    public void BadTarget_ExitsTwoAndWritesNothing()
    {
        string snapshot = Snapshot("Bank", ("a", "b"));
        Complains("no such folder", "docs", snapshot, "-o", Path.Combine(_folder.FullName, "none", "LOCKING.md"));
        Assert.Single(_folder.GetFileSystemInfos());
    }

    [Fact]
    public void CheckWithoutFile_ExitsTwo() => Complains("--check needs the committed document", "docs", Snapshot("Bank", ("a", "b")), "--check");

    [Fact]
    public void UnknownFormat_ExitsTwo() => Complains("xml", "docs", Snapshot("Bank", ("a", "b")), "--format", "xml");

    [Fact]
    public void UnknownOption_ExitsTwo() => Complains("--chek", "docs", Snapshot("Bank", ("a", "b")), "--chek");

    [Fact]
    public void Help_HasExamples()
    {
        (int code, string output, string error) = Run("docs", "--help");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("lockgraph docs Shop.sln -o LOCKING.md", output, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private static (int Code, string Output, string Error) Run(params string[] args)
    {
        using var output = new MemoryStream();
        using var text = new StreamWriter(output, new UTF8Encoding(false)) { NewLine = "\n", AutoFlush = true };
        using var error = new StringWriter { NewLine = "\n" };
        int code = Entry.Run(args, output, text, error);
        return (code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    private static (int Code, string Output, string Error) RunWith(IOrderSource source, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var root = new RootCommand { DocsCommand.Create([source], output, error) };
        int code = root.Parse(args).Invoke(new InvocationConfiguration { Error = error, EnableDefaultExceptionHandler = false });
        return (code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    private static void Complains(string about, params string[] args)
    {
        (int code, string output, string error) = Run(args);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("lockgraph: ", error, StringComparison.Ordinal);
        Assert.Contains(about, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd('\n').Split('\n'));
    }

    private string Snapshot(string name, params (string Outer, string Inner)[] edges)
    {
        string path = Path.Combine(_folder.FullName, name + SnapshotOrderSource.Ending);
        SnapshotFile.Write(path, Order(EdgeProvenance.Observed, edges));
        return path;
    }

    private static OrderSnapshot Order(EdgeProvenance provenance, params (string Outer, string Inner)[] edges) => new()
    {
        Run = "test",
        Classes = [.. edges.SelectMany(edge => new[] { edge.Outer, edge.Inner }).Distinct().Order(StringComparer.Ordinal).Select(name => new SnapshotClass(new LockClass(name), 0))],
        Edges = [.. edges.Order().Select(edge => new SnapshotEdge
        {
            Outer = edge.Outer,
            Inner = edge.Inner,
            Modes = [(LockMode.Write, LockMode.Write)],
            Provenance = provenance,
            Count = 1,
            Gates = [],
            SingleFlow = false,
            ClosesCycle = false,
            Witnesses = [new EdgeWitness(Side(edge.Outer, 1), Side(edge.Inner, 2), "thread 1")],
        })],
    };

    private static Acquisition Side(string name, int line) => new(new LockClass(name), line) { Site = new AcquisitionSite("Bank.cs", line) };

    /// <summary>What the analyzer would say of a small bank.</summary>
    private sealed class CodeOrder : IOrderSource
    {
        public bool Reads(string path) => true;

        public Task<LoadedOrder> LoadAsync(string path, CancellationToken cancellation)
        {
            OrderSnapshot order = Order(EdgeProvenance.Static, ("vault", "account"), ("account", "log"));
            var known = new OrderSnapshot
            {
                Run = "code",
                Edges = order.Edges,
                Classes =
                [
                    .. order.Classes.Select(entry => entry.Name != "account" ? entry : entry with
                    {
                        DeclaredAt = new AcquisitionSite("src/Account.cs", 3),
                        Takers = [new LockTaker("Account.Transfer", LockMode.Write, new AcquisitionSite("src/Account.cs", 9))],
                    }),
                ],
            };
            return Task.FromResult(new LoadedOrder(known, DeclaredOrder.Build([OrderDeclaration.Chain("Order.cs:1", "vault", "account")])));
        }
    }
}
