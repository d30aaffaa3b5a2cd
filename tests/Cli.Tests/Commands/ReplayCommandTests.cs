using System.Text;
using System.Text.Json;
using LockGraph.Cli.Tests.Replay;

namespace LockGraph.Cli.Tests.Commands;

/// <summary>The command line as a shell sees it: exit code, output, errors.</summary>
public sealed class ReplayCommandTests : IDisposable
{
    private const string _inversion = "1 acquire A; 1 acquire B; 1 release B; 1 release A; 2 acquire B; 2 acquire A";
    private const string _clean = "1 acquire A; 1 release A";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lockgraph-");

    [Fact]
    public void CleanTrace_ExitsZero()
    {
        (int code, string output, string error) = Run("replay", File("t.json", TraceText.Json("fine", _clean)));
        Assert.Equal((0, ""), (code, error));
        Assert.Equal("ok  fine\n1 trace, 2 events, 0 with a violation.\n", output);
    }

    [Fact]
    public void Inversion_ExitsOneWithTheReport()
    {
        (int code, string output, string error) = Run("replay", File("t.json", TraceText.Json("bad", _inversion)));
        Assert.Equal((1, ""), (code, error));
        Assert.StartsWith("violation  bad\n  event 5: Inversion\n    LG1002-", output, StringComparison.Ordinal);
        Assert.Contains("how they meet:", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public void GuardedInversion_ExitsZeroAndIsListed()
    {
        string events = "1 acquire G; 1 acquire A; 1 acquire B; 1 release B; 1 release A; 1 release G; 2 acquire G; 2 acquire B; 2 acquire A";
        (int code, string output, _) = Run("replay", "--format", "json", File("t.json", TraceText.Json("gated", events)));
        Assert.Equal(0, code);
        using JsonDocument document = JsonDocument.Parse(output);
        JsonElement trace = document.RootElement.GetProperty("traces")[0];
        Assert.Equal("ok", trace.GetProperty("verdict").GetString());
        Assert.Equal("Guarded", trace.GetProperty("violations")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public void Json_HasExactlyTheDocumentedMembers()
    {
        string path = File("t.json", $"[{TraceText.Json("bad", _inversion)},{TraceText.Json("fine", _clean)}]");
        (int code, string output, string error) = Run("replay", path, "--format", "json");
        Assert.Equal((1, ""), (code, error));
        string expected = """
            {
              "traces": [
                {
                  "name": "bad",
                  "verdict": "violation",
                  "violations": [
                    {
                      "kind": "Inversion",
                      "event": 5,
                      "message": "Lock-order inversion: B is acquired while A is held, and A is acquired while B is held."
                    }
                  ]
                },
                {
                  "name": "fine",
                  "verdict": "ok",
                  "violations": []
                }
              ]
            }

            """;
        Assert.Equal(expected.ReplaceLineEndings("\n"), output);
    }

    [Fact]
    public void SeveralFilesAndRapid_AreOneResult()
    {
        string one = File("one.std", "T1|acq(A)|1\nT1|acq(B)|2\nT1|rel(B)|3\nT1|rel(A)|4\nT1|acq(B)|5\nT1|acq(A)|6\n");
        string two = File("two.std", "T1|acq(B)|1\nT1|acq(A)|2\n");
        (int code, string output, _) = Run("replay", "--from", "rapid", "--format", "json", one, two);
        Assert.Equal(1, code);
        using JsonDocument document = JsonDocument.Parse(output);
        string told = string.Join(' ', document.RootElement.GetProperty("traces").EnumerateArray()
            .Select(trace => trace.GetProperty("name").GetString() + ":" + trace.GetProperty("verdict").GetString()));
        Assert.Equal("one.std:violation two.std:ok", told);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public void MalformedTrace_ExitsTwoWithFileTraceAndEventAndNoResult(string format)
    {
        string good = File("good.json", TraceText.Json("bad", _inversion));
        string bad = File("bad.json", """[{"name":"first","events":[]},{"name":"second","events":[{"t":1,"op":"acquire","lock":"A","class":"A"},{"t":1,"op":"grab"}]}]""");
        (int code, string output, string error) = Run("replay", good, bad, "--format", format);
        Assert.Equal((2, ""), (code, output));
        Assert.Equal($"lockgraph: {bad}: trace 'second', event 1: unknown op 'grab'\n", error);
    }

    [Fact]
    public void MissingFile_ExitsTwo() => Complains("there is no such file", "replay", Path.Combine(_folder.FullName, "none.json"));

    [Fact]
    public void Directory_ExitsTwo() => Complains("this is a directory, not a trace file", "replay", _folder.FullName);

    [Fact]
    public void UnknownOption_ExitsTwo() => Complains("Unrecognized option '--frmat'", "replay", "--frmat", File("t.json", TraceText.Json("fine", _clean)));

    [Fact]
    public void UnknownOptionBetweenTraces_ExitsTwo() => Complains("Unrecognized option '-x'", "replay", "a.json", "-x", "b.json");

    [Fact]
    public void UnknownFormat_ExitsTwo() => Complains("xml", "replay", "--format", "xml", File("t.json", TraceText.Json("fine", _clean)));

    [Fact]
    public void NoTrace_ExitsTwo() => Complains("replay", "replay");

    [Fact]
    public void NoCommand_ExitsTwo() => Complains("command");

    [Fact]
    public void UnknownCommand_ExitsTwo() => Complains("guess", "guess");

    [Fact]
    public void OutputThatFails_ExitsThreeWithOneLine()
    {
        using var error = new StringWriter { NewLine = "\n" };
        using var closed = new MemoryStream(0);
        closed.Close();
        int code = Entry.Run(["replay", "--format", "json", File("t.json", TraceText.Json("fine", _clean))], closed, TextWriter.Null, error);
        Assert.Equal(3, code);
        Assert.StartsWith("lockgraph: internal error", error.ToString(), StringComparison.Ordinal);
        Assert.Single(error.ToString().TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Help_HasAnExample()
    {
        (int code, string output, string error) = Run("replay", "--help");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("Example:", output, StringComparison.Ordinal);
        Assert.Contains("lockgraph replay", output, StringComparison.Ordinal);
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

    private static void Complains(string about, params string[] args)
    {
        (int code, string output, string error) = Run(args);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("lockgraph: ", error, StringComparison.Ordinal);
        Assert.Contains(about, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd('\n').Split('\n'));
    }

    private string File(string name, string content)
    {
        string path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllText(path, content);
        return path;
    }
}
