using System.Text.Json;

namespace LockGraph.Cli.Tests.Merge;

/// <summary><c>lockgraph merge</c> as a shell sees it.</summary>
public sealed class MergeCommandTests : IDisposable
{
    private readonly Shards _shards = new();

    [Fact]
    public void CleanRuns_ExitZeroAndAreUnited()
    {
        (int code, string output, string error) = Shards.Do("merge", _shards.Run("one", ["X", "Y"]), _shards.Run("two", ["Y", "Z"]), "-o", Out);
        Assert.Equal((0, ""), (code, error));
        Assert.Equal("union of 2 runs: 3 lock classes, 2 edges (2 observed)\nno findings.\n", output);
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Out));
        Assert.Equal(2, document.RootElement.GetProperty("edges").GetArrayLength());
    }

    [Fact]
    public void HalvesInTwoRuns_ExitOneWithTheNamesOfBoth()
    {
        (int code, string output, string error) = Shards.Do("merge", _shards.Run("shard-1", ["X", "Y"]), _shards.Run("shard-2", ["Y", "X"]), "-o", Out);
        Assert.Equal((1, ""), (code, error));
        Assert.Contains("only the union shows:\nLG1002-", output, StringComparison.Ordinal);
        Assert.Contains("first in worker of shard-1", output, StringComparison.Ordinal);
        Assert.Contains("first in worker of shard-2", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
        Assert.True(File.Exists(Out));
    }

    [Fact]
    public void GuardedInversion_ExitsZeroAndIsListed()
    {
        (int code, string output, _) = Shards.Do("merge", _shards.Run("one", ["G", "X", "Y"], ["G", "Y", "X"]), "-o", Out);
        Assert.Equal(0, code);
        Assert.Contains("info: Guarded inversion", output, StringComparison.Ordinal);
    }

    [Fact]
    public void OrderGroupingAndRepetition_ChangeNoByte()
    {
        string a = _shards.Run("a", ["X", "Y"]), b = _shards.Run("b", ["Y", "X"]), c = _shards.Run("c", ["Y", "Z"], ["Z", "Y"]);
        byte[] all = Merge(a, b, c);
        Assert.Equal(all, Merge(c, b, a, b));
        File.WriteAllBytes(_shards.PathOf("ab.lockgraph.json"), Merge(a, b));
        Assert.Equal(all, Merge(_shards.PathOf("ab.lockgraph.json"), c, a));
        Assert.Equal(all, Merge(Out, Out));
    }

    [Fact]
    public void ManyFiles_AreReadByManyThreadsWithTheSameResult()
    {
        string[] files = [.. Enumerable.Range(0, 40).Select(run => _shards.Run("run" + run, [.. Enumerable.Range(0, 6).Select(row => new[] { "L" + (run + row), "L" + (run + row + 1) })]))];
        Assert.Equal(Merge(files), Merge([.. files.Reverse()]));
        (int code, _, string error) = Shards.Do(["merge", .. files[..30], _shards.PathOf("missing.json"), .. files[30..], _shards.PathOf("other.json"), "-o", Out]);
        Assert.Equal((2, $"lockgraph: {_shards.PathOf("missing.json")}: there is no such file.\n"), (code, error));
    }

    [Fact]
    public void OutputThatIsAlsoInput_IsReplacedWhole()
    {
        string one = _shards.Run("one", ["X", "Y"]);
        byte[] expected = Merge(one, _shards.Run("two", ["Y", "Z"]));
        Shards.Do("merge", one, _shards.Run("two", ["Y", "Z"]), "-o", one);
        Assert.Equal(expected, File.ReadAllBytes(one));
    }

    [Fact]
    public void CutAnywhere_ExitsTwoWithOneLineAndWritesNothing()
    {
        byte[] whole = File.ReadAllBytes(_shards.Run("whole", ["X", "Y"], ["Y", "X"]));
        string good = _shards.Run("good", ["X", "Y"]), cut = _shards.PathOf("cut.lockgraph.json");
        string[] before = [.. _shards.Names.Append("cut.lockgraph.json").Order(StringComparer.Ordinal)];
        for (int length = 0; length < whole.Length; length += 7)
        {
            File.WriteAllBytes(cut, whole[..length]);
            Shards.Refused(cut + ": the " + (length == 0 ? "file is empty" : "snapshot was cut off"), "merge", good, cut, "-o", Out);
            Assert.Equal(before, _shards.Names);
        }
    }

    [Theory]
    [InlineData("{\"format\":\"lockgraph-snapshot\",\"schema\":2}", "it was written by a newer lockgraph")]
    [InlineData("{\"traces\":[]}", "this is not a lockgraph snapshot")]
    [InlineData("once upon a time\nthere was a file\n", "this is not a lockgraph snapshot")]
    [InlineData("{\"format\":\"lockgraph-snapshot\",\"schema\":1,\"edges\":[{\"outer\":\"A\\nB\",\"inner\":\"A\\nB\",\"modes\":[\"write>write\"],\"provenance\":[\"observed\"]}]}", "leads from A B to itself")]
    public void WhatCannotBeRead_ExitsTwoWithOneLineAndKeepsWhatWasThere(string content, string reason)
    {
        string bad = _shards.Text("bad.json", content);
        File.WriteAllText(Out, "as it was");
        Shards.Refused(reason, "merge", _shards.Run("good", ["X", "Y"]), bad, "-o", Out);
        Assert.Equal("as it was", File.ReadAllText(Out));
    }

    [Fact]
    public void MissingFile_ExitsTwo() => Shards.Refused("there is no such file", "merge", _shards.PathOf("none.json"), "-o", Out);

    [Fact]
    public void Folder_ExitsTwo() => Shards.Refused("this is a directory", "merge", _shards.PathOf("."), "-o", Out);

    [Fact]
    public void OutputWithoutAFolder_ExitsTwo() =>
        Shards.Refused("there is no such folder", "merge", _shards.Run("one", ["X", "Y"]), "-o", Path.Combine(_shards.PathOf("no"), "such", "out.json"));

    [Fact]
    public void OutputThatIsAFolder_ExitsTwo() => Shards.Refused("cannot be written", "merge", _shards.Run("one", ["X", "Y"]), "-o", _shards.PathOf("."));

    [Fact]
    public void NoOutput_ExitsTwo() => Shards.Refused("--output", "merge", _shards.Run("one", ["X", "Y"]));

    [Fact]
    public void NoSnapshot_ExitsTwo() => Shards.Refused("merge", "merge", "-o", Out);

    [Fact]
    public void MistypedOption_ExitsTwo() => Shards.Refused("--ouput", "merge", "--ouput", Out, _shards.Run("one", ["X", "Y"]), "-o", Out);

    [Fact]
    public void Help_HasExamplesAndExitCodes()
    {
        (int code, string output, string error) = Shards.Do("merge", "--help");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("Examples:", output, StringComparison.Ordinal);
        Assert.Contains("Exit codes:", output, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Dispose() => _shards.Dispose();

    private string Out => _shards.PathOf("out.lockgraph.json");

    private byte[] Merge(params string[] files)
    {
        (int code, _, string error) = Shards.Do(["merge", .. files, "-o", Out]);
        Assert.True(code < 2, error);
        return File.ReadAllBytes(Out);
    }
}
