using System.Text.Json;
using LockGraph.Cli.Tests.Merge;

namespace LockGraph.Cli.Tests.Report;

/// <summary><c>lockgraph report</c> as a shell sees it.</summary>
public sealed class ReportCommandTests : IDisposable
{
    private readonly Shards _shards = new();

    [Fact]
    public void CleanRun_ExitsZero()
    {
        (int code, string output, string error) = Shards.Do("report", Clean);
        Assert.Equal((0, ""), (code, error));
        Assert.Equal("clean: 2 lock classes, 1 edge (1 observed)\n\nno findings.\n", output);
    }

    [Fact]
    public void Inversion_ExitsOneWithTheReport()
    {
        (int code, string output, string error) = Shards.Do("report", Bad);
        Assert.Equal((1, ""), (code, error));
        Assert.Contains("\nLG1002-", output, StringComparison.Ordinal);
        Assert.Contains("how they meet:", output, StringComparison.Ordinal);
        Assert.EndsWith("1 warning.\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public void Json_HasExactlyTheDocumentedMembers()
    {
        (int code, string output, string error) = Shards.Do("report", Bad, "--format", "json");
        Assert.Equal((1, ""), (code, error));
        using JsonDocument document = JsonDocument.Parse(output);
        Assert.Equal("violations", Assert.Single(document.RootElement.EnumerateObject()).Name);
        JsonElement violation = Assert.Single(document.RootElement.GetProperty("violations").EnumerateArray());
        Assert.Equal(["id", "kind", "severity", "classes", "message"], violation.EnumerateObject().Select(member => member.Name));
        Assert.Equal("Inversion", violation.GetProperty("kind").GetString());
    }

    [Fact]
    public void JsonOfACleanRun_IsAnEmptyList() => Assert.Equal((0, "{\n  \"violations\": []\n}\n", ""), Shards.Do("report", Clean, "--format", "json"));

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("html")]
    public void OutputFile_HoldsWhatStandardOutputWould(string format)
    {
        (int code, string printed, _) = Shards.Do("report", Bad, "--format", format);
        string file = _shards.PathOf("report." + format);
        Assert.Equal((code, "", ""), Shards.Do("report", Bad, "--format", format, "-o", file));
        Assert.Equal(printed, File.ReadAllText(file));
    }

    [Fact]
    public void Html_IsOnePage()
    {
        (int code, string output, _) = Shards.Do("report", Bad, "--format", "html");
        Assert.Equal(1, code);
        Assert.StartsWith("<!DOCTYPE html>", output, StringComparison.Ordinal);
        Assert.EndsWith("</html>\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Union_IsReportedWithTheNamesOfItsRuns()
    {
        string union = _shards.PathOf("union.json");
        Shards.Do("merge", _shards.Run("shard-1", ["X", "Y"]), _shards.Run("shard-2", ["Y", "X"]), "-o", union);
        (int code, string output, _) = Shards.Do("report", union, "--format", "json");
        Assert.Equal(1, code);
        Assert.Contains("in shard-1), and X is acquired while Y is held (shard-2.cs:2 in shard-2)", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("html")]
    public void CutAnywhere_ExitsTwoWithOneLineAndWritesNothing(string format)
    {
        byte[] whole = File.ReadAllBytes(Bad);
        string cut = _shards.PathOf("cut.json"), file = _shards.PathOf("report.out");
        for (int length = 1; length < whole.Length; length += 31)
        {
            File.WriteAllBytes(cut, whole[..length]);
            Shards.Refused(cut + ": the snapshot was cut off", "report", cut, "--format", format, "-o", file);
            Assert.False(File.Exists(file));
        }
    }

    [Fact]
    public void NewerSchema_ExitsTwo() => Shards.Refused("newer lockgraph", "report", _shards.Text("new.json", "{\"format\":\"lockgraph-snapshot\",\"schema\":7}"));

    [Fact]
    public void MissingFile_ExitsTwo() => Shards.Refused("there is no such file", "report", _shards.PathOf("none.json"));

    [Fact]
    public void UnknownFormat_ExitsTwo() => Shards.Refused("pdf", "report", Clean, "--format", "pdf");

    [Fact]
    public void TwoSnapshots_ExitTwo() => Shards.Refused("Unrecognized", "report", Clean, Bad);

    [Fact]
    public void NoSnapshot_ExitsTwo() => Shards.Refused("report", "report");

    [Fact]
    public void OutputThatFails_ExitsThreeWithOneLine()
    {
        using var error = new StringWriter { NewLine = "\n" };
        using var closed = new MemoryStream(0);
        closed.Close();
        Assert.Equal(3, Entry.Run(["report", "--format", "json", Clean], closed, TextWriter.Null, error));
        Assert.StartsWith("lockgraph: internal error", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, error.ToString().Count(c => c == '\n'));
    }

    [Fact]
    public void Help_HasExamplesAndExitCodes()
    {
        (int code, string output, string error) = Shards.Do("report", "--help");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("Examples:", output, StringComparison.Ordinal);
        Assert.Contains("Exit codes:", output, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Dispose() => _shards.Dispose();

    private string Clean => _shards.Run("clean", ["X", "Y"]);

    private string Bad => _shards.Run("bad", ["X", "Y"], ["Y", "X"]);
}
