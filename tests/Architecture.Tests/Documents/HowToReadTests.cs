namespace LockGraph.Architecture.Tests.Documents;

public class HowToReadTests
{
    [Fact]
    public void EveryQuotedLine_IsOfTheReportInTheReadme()
    {
        string[] report = Assert.Single(MarkdownDocument.Read("README.md").Blocks, block => block.Language == "text").Text.Split('\n');
        string[] quoted = [.. MarkdownDocument.Read("docs/reports/how-to-read-a-report.md").Blocks.SelectMany(block => block.Text.Split('\n')).Where(line => line.Length > 0)];
        Assert.True(quoted.Length > 10);
        Assert.All(quoted, line => Assert.Contains(report, full => line.EndsWith('…') ? full.StartsWith(line[..^1], StringComparison.Ordinal) : full == line));
    }

    [Fact]
    public void EveryRule_HasItsRow()
    {
        string page = MarkdownDocument.Read("docs/reports/how-to-read-a-report.md").Prose;
        Assert.All(Enum.GetValues<ViolationKind>(), kind => Assert.Contains(kind.RuleId(), page, StringComparison.Ordinal));
        Assert.All(Enum.GetValues<ViolationKind>(), kind => Assert.Contains(
            page.Split('\n'),
            line => line.StartsWith("| LG", StringComparison.Ordinal) && line.Contains(kind.RuleId(), StringComparison.Ordinal)
                && line.EndsWith(kind.Severity() == ViolationSeverity.Info ? "info |" : "warning |", StringComparison.Ordinal)));
    }
}
