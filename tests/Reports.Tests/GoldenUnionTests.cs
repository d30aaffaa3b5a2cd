using System.Text;
using LockGraph.Core;
using LockGraph.Reports.Tests.Snapshots;

namespace LockGraph.Reports.Tests;

/// <summary>The report of a union of three runs, held to files that people have read.</summary>
public sealed class GoldenUnionTests
{
    [Fact]
    public void Union_ReadsAsApproved()
    {
        OrderSnapshot union = Programs.Bank();
        using var json = new MemoryStream();
        ViolationJson.Write(RunNames.Shorten(union).Violations, json);
        GoldenFile.Match(new Dictionary<string, string>
        {
            ["union.txt"] = Text(union),
            ["union.json"] = Encoding.UTF8.GetString(json.ToArray()),
            ["union.lockgraph.json"] = Encoding.UTF8.GetString(SnapshotBytes.Write(union)).ReplaceLineEndings("\n") + "\n",
        });
    }

    [Fact]
    public void NoFinding_IsSaid() => Assert.Equal("quiet: 0 lock classes, 0 edges\n\nno findings.\n", Text(new OrderSnapshot { Run = "quiet" }));

    [Fact]
    public void OwnFault_IsSaid() => Assert.EndsWith("no findings, 1 contained fault of the validator.\n", Text(new OrderSnapshot { OwnFaults = 1 }), StringComparison.Ordinal);

    [Fact]
    public void Paint_ColoursIdsAndNothingElse()
    {
        using var painted = new StringWriter();
        SnapshotText.Write(Programs.Bank(), painted, (severity, id) => $"<{severity}>{id}</>");
        Assert.Equal(Text(Programs.Bank()), painted.ToString().Replace("<Warning>", "", StringComparison.Ordinal).Replace("<Info>", "", StringComparison.Ordinal).Replace("</>", "", StringComparison.Ordinal));
        Assert.Equal(4, painted.ToString().Split("</>").Length - 1);
    }

    private static string Text(OrderSnapshot snapshot)
    {
        using var text = new StringWriter();
        SnapshotText.Write(snapshot, text);
        return text.ToString();
    }
}
